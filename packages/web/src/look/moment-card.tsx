import type { MomentKind } from "@digihulp/region";
import { Pictogram } from "./pictogram.tsx";
import type { Plane } from "./pictogram.tsx";
import { KindTag, Tag } from "./tag.tsx";
import { shellTexts } from "./texts.ts";

/** Whether people can still come. */
export type MomentState = "open" | "past" | "cancelled";

export type MomentCardProps = {
  readonly href: string;
  readonly title: string;
  /** "14 tot 16 uur". */
  readonly time: string;
  /** The date in words: spoken after the title, and shown when `showDate` is set. */
  readonly date: string;
  readonly showDate?: boolean;
  readonly place: string;
  readonly room?: string | undefined;
  readonly kind: MomentKind;
  readonly state: MomentState;
  /** One more line, for example "Elke vrijdag". */
  readonly note?: string | undefined;
};

type StateTagProps = Pick<MomentCardProps, "state" | "kind"> & { readonly plane?: Plane };

/** The kind of a moment people can come to; else why they cannot. */
export const StateTag = ({ state, kind, plane }: StateTagProps) => {
  if (state === "open") return <KindTag kind={kind} {...(plane && { plane })} />;
  return state === "past" ? (
    <Tag plane="linen" pictogram="clock">
      {shellTexts.nl.past}
    </Tag>
  ) : (
    <Tag plane="amber" pictogram="warning">
      {shellTexts.nl.cancelled}
    </Tag>
  );
};

/** A moment as a list item: the whole card is the link. */
export const MomentCard = ({ href, title, time, date, place, room, ...rest }: MomentCardProps) => (
  <li class={`moment ${rest.state}`}>
    <div class="moment-what">
      {rest.showDate && <p class="moment-date">{date}</p>}
      <p class="moment-time">{time}</p>
      <p class="moment-title">
        <a class="cover" href={href}>
          <bdi>{title}</bdi>
          <span class="unseen">{`, ${date}, ${time}`}</span>
        </a>
      </p>
      <p class="moment-place">
        <Pictogram name="place" />
        <span>
          {place}
          {room && (
            <>
              <br />
              <bdi>{room}</bdi>
            </>
          )}
        </span>
      </p>
    </div>
    <div class="moment-marks">
      <StateTag state={rest.state} kind={rest.kind} />
      {rest.note && <p>{rest.note}</p>}
    </div>
  </li>
);
