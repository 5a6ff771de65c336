import type { ClockTime } from "@digihulp/kernel";
import type { Language } from "@digihulp/kernel";
import { languageNames } from "@digihulp/web/look";
import type { BookingRefusal } from "../use-cases/booking-command.ts";
import type { CountRefusal } from "../use-cases/count-visitor.ts";

export type AttendanceRefusalKind = (BookingRefusal | CountRefusal)["kind"];

/** What is the matter, and what to do: Dutch, for who stands at the desk. */
const refusals = {
  "occurrence-unknown": {
    title: "We vinden dit moment niet",
    line: "Ga terug en kies een ander moment.",
  },
  "moment-over": { title: "Dit moment is voorbij", line: "Kies een ander moment." },
  "moment-cancelled": { title: "Dit moment gaat niet door", line: "Kies een ander moment." },
  "moment-not-yet": {
    title: "Dit moment is niet vandaag",
    line: "Noteer op de dag zelf wie er is.",
  },
  "already-booked": {
    title: "Deze persoon is al ingepland",
    line: "Je hoeft niets meer te doen.",
  },
  "already-present": {
    title: "Deze persoon is er al",
    line: "Klopt dat niet? Druk bij de naam op ‘Toch niet’.",
  },
  "already-absent": {
    title: "Deze persoon staat als niet gekomen",
    line: "Klopt dat niet? Druk bij de naam op ‘Toch niet’.",
  },
  "booking-cancelled": {
    title: "Deze persoon had afgebeld",
    line: "Komt die toch? Plan de persoon opnieuw in.",
  },
  "no-seat-left": {
    title: "Alle plaatsen zijn bezet",
    line: "Kies een ander moment. Staat de persoon voor je? Tel dan één bezoeker.",
  },
  "not-booked": {
    title: "Deze persoon is niet ingepland",
    line: "Zoek de persoon op en plan in.",
  },
  "undo-too-late": {
    title: "Dat kan nu niet meer",
    line: "Verbeteren kan alleen op de dag dat je het noteerde.",
  },
  "no-visitor-counted": {
    title: "Er is nog geen bezoeker geteld",
    line: "Er kan er dus geen af.",
  },
  "changed-meanwhile": {
    title: "Iemand anders was net sneller",
    line: "Kijk hieronder hoe het nu is. Probeer dan opnieuw.",
  },
  "idempotency-key-reused": {
    title: "Dit formulier was al gebruikt",
    line: "Kijk hieronder hoe het nu is. Probeer dan opnieuw.",
  },
} as const satisfies Record<AttendanceRefusalKind, { title: string; line: string }>;

/** A time as the clock shows it: 14.20. */
const exact = (time: ClockTime): string => time.replace(":", ".");
/** A time as people say it: 14, 16.30. */
const spoken = (time: ClockTime): string =>
  time.endsWith(":00") ? String(Number(time.slice(0, 2))) : exact(time);

/** Dutch texts of the pages on which members keep attendance and plan people in. */
export const attendanceTexts = {
  refusals,
  speaks: (code: Language | undefined) => {
    // Dutch needs no word.
    if (!code || code === "nl") return undefined;
    return `spreekt ${code === "other" ? "een andere taal" : languageNames[code]}`;
  },
  nameless: "Naam niet gevonden",
  today: {
    title: "Vandaag",
    visitors: (count: number) => (count === 1 ? "bezoeker zonder naam" : "bezoekers zonder naam"),
    oneMore: "+1 bezoeker",
    oneLess: "Eentje minder",
    who: (from: ClockTime) => `Wie komt om ${spoken(from)} uur?`,
    thereSince: "Is er sinds ",
    since: exact,
    seats: (taken: number, capacity: number) => `${taken} van ${capacity} plaatsen`,
    present: (count: number) =>
      count === 1 ? "1 persoon is er al." : `${count} mensen zijn er al.`,
    nobody: "Nog niemand ingepland. Wie binnenkomt, is welkom.",
    isThere: "Is er",
    notThere: "Niet gekomen",
    undo: "Toch niet",
    absent: "Niet gekomen",
    cancelledTitle: "Dit moment gaat niet door",
    cancelledLine: "Bel wie hier nog staat.",
    elsewhere: (municipality: string) => `Ook vandaag in ${municipality}`,
    noneTitle: "Vandaag is er hier geen moment",
    nextLine: (date: string, time: string) => `Het volgende is ${date}, ${time}.`,
    nextPlace: (date: string, time: string, place: string) =>
      `Het volgende is ${date}, ${time}, in ${place}.`,
    noNextLine: "We kennen nog geen volgend moment.",
    agenda: "Bekijk de agenda",
    back: "Terug naar je eigen plaats",
  },
  plan: {
    title: (name: string) => `Plan ${name} in`,
    back: "Terug naar de persoon",
    own: (place: string) => `In ${place}`,
    others: (municipality: string) => `Elders in ${municipality}`,
    all: (municipality: string) => `In ${municipality}`,
    today: "vandaag",
    free: (seats: number) => (seats === 1 ? "Nog 1 plaats" : `Nog ${seats} plaatsen`),
    planIn: "Plan in",
    isThere: "Is er nu",
    booked: "Al ingepland",
    present: "Is er",
    absent: "Niet gekomen",
    takeOut: "Haal weg",
    noneTitle: "Er is nu nergens plaats",
    noneLine: "We zien geen vrije plaats in de volgende acht weken. De vraag blijft wachten.",
    noneAgenda: "Kijk in de agenda van de hele streek",
  },
};
