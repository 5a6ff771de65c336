/** The drawings of the pictograms: a 32 grid, stroke 2.25, `tint` is the plane behind the line. Own work. */
export const PICTOGRAMS = {
  "drop-in":
    '<path d="M8 4h14a2 2 0 0 1 2 2v21h4M17 27h7"/><path d="M8 4l9 4v21.5L8 26.5z" class="tint"/><circle cx="13.6" cy="17.6" r="1.4" class="dot"/>',
  workshop:
    '<path d="M4 5.5A1.5 1.5 0 0 1 5.5 4h21A1.5 1.5 0 0 1 28 5.5v11a1.5 1.5 0 0 1-1.5 1.5h-21A1.5 1.5 0 0 1 4 16.5z" class="tint bare"/><path d="M21.5 18h5a1.5 1.5 0 0 0 1.5-1.5v-11A1.5 1.5 0 0 0 26.5 4h-21A1.5 1.5 0 0 0 4 5.5v11A1.5 1.5 0 0 0 5.5 18h5M9 9h10M9 13h5"/><path d="M12.7 20.8a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0z"/><path d="M9 29c.7-2.9 3.5-4.6 7-4.6s6.3 1.7 7 4.6z" class="tint"/>',
  appointment:
    '<path d="M27 13V8.5A2.5 2.5 0 0 0 24.5 6h-18A2.5 2.5 0 0 0 4 8.5v16A2.5 2.5 0 0 0 6.5 27H13M4 12.5h23M10 3v6M21 3v6"/><path d="M17 23a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM23.5 19.8V23l2.3 1.5" class="tint"/>',
  laptop:
    '<path d="M6 8a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v13H6z" class="tint"/><path d="M2.5 21h27v2.5a2.5 2.5 0 0 1-2.5 2.5H5a2.5 2.5 0 0 1-2.5-2.5zM13.5 21.3c.3.9.9 1.2 1.5 1.2h2c.6 0 1.2-.3 1.5-1.2"/>',
  tablet:
    '<path d="M6 5.5A2.5 2.5 0 0 1 8.5 3h15A2.5 2.5 0 0 1 26 5.5v21a2.5 2.5 0 0 1-2.5 2.5h-15A2.5 2.5 0 0 1 6 26.5zM6 23.5h20" class="tint"/><circle cx="16" cy="26.3" r="1.3" class="dot"/>',
  phone:
    '<path d="M9.5 5.5A2.5 2.5 0 0 1 12 3h8a2.5 2.5 0 0 1 2.5 2.5v21A2.5 2.5 0 0 1 20 29h-8a2.5 2.5 0 0 1-2.5-2.5z" class="tint"/><path d="M14 25.5h4M14.7 6.8h2.6M4.5 12v8M27.5 12v8"/>',
  question:
    '<path d="M7 4.5h18A3.5 3.5 0 0 1 28.5 8v11.5A3.5 3.5 0 0 1 25 23h-9.5L9 28.5V23H7a3.5 3.5 0 0 1-3.5-3.5V8A3.5 3.5 0 0 1 7 4.5z" class="tint"/><path d="M12.8 11a3.3 3.3 0 1 1 4.7 3c-.9.4-1.5 1-1.5 2"/><circle cx="16" cy="19" r="1.5" class="dot"/>',
  calendar:
    '<path d="M4 8.5A2.5 2.5 0 0 1 6.5 6h19A2.5 2.5 0 0 1 28 8.5v17a2.5 2.5 0 0 1-2.5 2.5h-19A2.5 2.5 0 0 1 4 25.5z"/><path d="M4 8.5A2.5 2.5 0 0 1 6.5 6h19A2.5 2.5 0 0 1 28 8.5V13H4z" class="tint bare"/><path d="M4 13h24M10 3v6M22 3v6M10 18h2M15 18h2M20 18h2M10 23h2M15 23h2"/>',
  place:
    '<path d="M16 29.5s9.5-8.8 9.5-16.5a9.5 9.5 0 0 0-19 0c0 7.7 9.5 16.5 9.5 16.5z" class="tint"/><path d="M12.7 13a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0z"/>',
  person:
    '<path d="M10.5 9.5a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z"/><path d="M4.5 28.5c.6-6.5 5.2-10 11.5-10s10.9 3.5 11.5 10z" class="tint"/>',
  helper:
    '<path d="M5.8 11a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0zM2.5 27.5c.3-5.5 3.3-8.8 7.7-8.8 1.5 0 2.8.4 3.9 1"/><path d="M17.2 9a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0zM13.5 27.5c.4-6.5 3.5-10.3 8.3-10.3s7.4 3.8 7.7 10.3z" class="tint"/>',
  signature:
    '<path d="M3.5 28h25M5 22.5c3.5-5.5 5.2-7 6.2-6.2 1.2 1-1.6 5.7-.2 6.2 1.6.5 2.7-3.3 4.2-3.3 1.2 0 .3 2.8 1.8 3.1 1.2.2 2-.9 3-1.6"/><path d="M24.7 3.8l3.5 3.5-9 9-4.4 1 .9-4.5z" class="tint"/>',
  wipe: '<path d="M4 20.5A2.5 2.5 0 0 1 6.5 18h19a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-2.5 2.5h-19A2.5 2.5 0 0 1 4 25.5z" class="tint"/><path d="M9 23h7"/><circle cx="22.7" cy="23" r="1.5" class="dot"/><path d="M14.5 3c.7 3.7 2 5 5.5 5.7-3.5.7-4.8 2-5.5 5.6-.7-3.6-2-4.9-5.5-5.6 3.5-.7 4.8-2 5.5-5.7zM25 3.5v4M23 5.5h4"/>',
  check:
    '<path d="M4 16a12 12 0 1 0 24 0a12 12 0 1 0-24 0z" class="tint"/><path d="M10.5 16.5l4 4 7.5-8.5"/>',
  warning:
    '<path d="M14.3 5L3.3 24.2a2 2 0 0 0 1.7 3h22a2 2 0 0 0 1.7-3L17.7 5a2 2 0 0 0-3.4 0z" class="tint"/><path d="M16 12v6.5"/><circle cx="16" cy="22.8" r="1.5" class="dot"/>',
  language:
    '<path d="M15 13.5V6a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2v4l4.5-4" class="tint"/><path d="M6.5 7.7h5M9 6.5v1.2c0 2-1 3.4-2.5 4.3M8 9.7c.7 1.2 1.7 1.9 3 2.3"/><path d="M14.5 13h12.5a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2v4l-4.5-4h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM17.5 22l3.2-6.5 3.2 6.5M18.6 19.9h4.2"/>',
  "step-free":
    '<circle cx="13" cy="5.3" r="2.3" class="dot"/><path d="M6 21.5a7 7 0 1 0 14 0a7 7 0 1 0-14 0z" class="tint bare"/><path d="M9.5 15.2a7.3 7.3 0 1 0 10.3 9.3M13 10.5V19h7.5l3 7 3-1.2M13 14h6.5"/>',
  bus: '<path d="M5 7a3 3 0 0 1 3-3h16a3 3 0 0 1 3 3v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM8.5 25v3.5M23.5 25v3.5"/><path d="M5 9h22v8.5H5z" class="tint bare"/><path d="M5 9h22M5 17.5h22M16 9v8.5"/><circle cx="9.7" cy="21.3" r="1.5" class="dot"/><circle cx="22.3" cy="21.3" r="1.5" class="dot"/>',
  print:
    '<path d="M9 11V4h14v7M9 23H6a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 6 11h20a2.5 2.5 0 0 1 2.5 2.5v7A2.5 2.5 0 0 1 26 23h-3"/><path d="M9 18.5h14v10H9z" class="tint"/><circle cx="24" cy="15" r="1.3" class="dot"/><path d="M12.5 22h7M12.5 25h4"/>',
  letter:
    '<path d="M3.5 9.5A2.5 2.5 0 0 1 6 7h20a2.5 2.5 0 0 1 2.5 2.5v13A2.5 2.5 0 0 1 26 25H6a2.5 2.5 0 0 1-2.5-2.5z" class="tint"/><path d="M4.5 9l11.5 9L27.5 9"/>',
  call: '<path d="M6.5 4h4.2l2.6 6.5-3 2.7c1.5 3.6 4.6 6.7 8.5 8.5l2.7-3L28 21.3v4.2c0 1.7-1.3 2.8-3 2.7C13.5 27.3 4.7 18.5 3.8 7 3.7 5.3 4.8 4 6.5 4z" class="tint"/>',
  key: '<path d="M4 11.5a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z" class="tint"/><path d="M17 16.5L28 27.5M22 21.5l3.5-3.5M25.5 25l2-2"/><circle cx="9.5" cy="9.5" r="1.6" class="dot"/>',
  search:
    '<path d="M4 13.5a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0z" class="tint"/><path d="M20.5 20.5L28.5 28.5"/>',
  clock:
    '<path d="M4 16a12 12 0 1 0 24 0a12 12 0 1 0-24 0z" class="tint"/><path d="M16 9v7.2l4.5 2.8"/>',
  arrow: '<path d="M5 16h21M18 8l8 8-8 8"/>',
  cross: '<path d="M9 9l14 14M23 9L9 23"/>',
} as const;

export type PictogramName = keyof typeof PICTOGRAMS;
