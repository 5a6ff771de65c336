import type { WallTime } from "@digihulp/kernel";
import { Card, Row, Rows, Tag, timeSpan } from "@digihulp/web/look";
import type { PersonName } from "../deps.ts";
import type { Booking } from "../domain/booking.ts";
import { isPast } from "../domain/occurrence.ts";
import { attendanceTexts } from "../locale/attendance.ts";
import type { MomentSheet } from "../store/attendance-reads.ts";
import { ActionForm } from "./action-form.tsx";
import { clock } from "./clock.ts";
import { presentHref } from "./today-links.ts";
import type { Where } from "./today-links.ts";

const { today: text, nameless, speaks } = attendanceTexts;

export type PeopleProps = {
  readonly sheet: MomentSheet;
  readonly cards: ReadonlyMap<string, PersonName>;
  /** Whether names lead to the person's page: not everybody who ticks may open it. */
  readonly linksToPeople: boolean;
  readonly now: WallTime;
  readonly where: Where;
  readonly formKey: string;
};

type Named = { readonly booking: Booking; readonly name: string; readonly language?: string };

const Mark = ({ booking }: { readonly booking: Booking }) => {
  if (booking.state === "present")
    return (
      <Tag plane="willow" pictogram="check">
        {clock(booking.noted.time)}
      </Tag>
    );
  return booking.state === "absent" ? (
    <Tag plane="linen" pictogram="clock">
      {text.absent}
    </Tag>
  ) : null;
};

type ActionsProps = Omit<PeopleProps, "cards" | "linksToPeople"> & { readonly named: Named };

const Actions = ({ named, sheet, now, where, formKey }: ActionsProps) => {
  const { booking, name } = named;
  const { occurrence } = sheet;
  const button = (staat: "er" | "niet-gekomen" | "toch-niet", label: string) => (
    <ActionForm
      action={presentHref(occurrence.id, where)}
      fields={{ persoon: booking.person, staat }}
      formKey={`${formKey}.${booking.person}.${staat}`}
      label={label}
      about={name}
      quiet
    />
  );
  return (
    <>
      <Mark booking={booking} />
      {booking.state !== "present" && button("er", text.isThere)}
      {booking.state === "booked" &&
        isPast(occurrence, now) &&
        button("niet-gekomen", text.notThere)}
      {booking.state !== "booked" && button("toch-niet", text.undo)}
    </>
  );
};

function inOrder({ sheet, cards }: PeopleProps): Named[] {
  const named = sheet.bookings
    .filter(({ state }) => state !== "cancelled")
    .map((booking): Named => ({ name: nameless, ...cards.get(booking.person), booking }));
  return named.toSorted((one, other) => one.name.localeCompare(other.name, "nl"));
}

/** Who comes to a moment, by name, each with the one button that is needed now. */
export const People = (props: PeopleProps) => {
  const { sheet, linksToPeople } = props;
  const { occurrence, seats } = sheet;
  const people = inOrder(props);
  const present = people.filter(({ booking }) => booking.state === "present").length;
  return (
    <Card
      title={text.who(clock(occurrence.from))}
      aside={<p>{text.seats(seats.taken, seats.capacity)}</p>}
    >
      {present > 0 && <p class="hint">{text.present(present)}</p>}
      {people.length === 0 && <p class="hint">{text.nobody}</p>}
      <Rows>
        {people.map((named) => {
          const { person } = named.booking;
          const language = speaks(named.language);
          return (
            <Row
              name={named.name}
              href={linksToPeople ? `/registratie/persoon/${person}` : undefined}
              lines={language ? [language] : []}
              end={<Actions {...props} named={named} />}
            />
          );
        })}
      </Rows>
    </Card>
  );
};
