import type { WallTime } from "@digihulp/kernel";
import { Card, Row, Rows, Tag, ActionForm } from "@digihulp/web/look";
import type { PersonName } from "../deps.ts";
import type { Booking } from "../domain/booking.ts";
import { isPast } from "../domain/occurrence.ts";
import { attendanceTexts } from "../locale/attendance.ts";
import type { MomentSheet } from "../store/attendance-reads.ts";
import { personAnchor, presentHref } from "./today-links.ts";
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

type Named = Partial<PersonName> & { readonly booking: Booking; readonly name: string };

const LABELS = { er: text.isThere, "niet-gekomen": text.notThere, "toch-niet": text.undo } as const;

const Mark = ({ booking }: { readonly booking: Booking }) => {
  if (booking.state === "present")
    return (
      <Tag plane="willow" pictogram="check">
        <span class="unseen">{text.thereSince}</span>
        {text.since(booking.noted.time)}
      </Tag>
    );
  return booking.state === "absent" ? (
    <Tag plane="linen" pictogram="cross">
      {text.absent}
    </Tag>
  ) : null;
};

type ActionsProps = Omit<PeopleProps, "cards" | "linksToPeople"> & { readonly named: Named };

/** What can be pressed now; when the moment is over, also that somebody did not come. */
function buttonsFor({ named, sheet, now }: ActionsProps): readonly (keyof typeof LABELS)[] {
  const { occurrence } = sheet;
  if (occurrence.state === "cancelled") return [];
  if (named.booking.state !== "booked") return ["toch-niet"];
  return isPast(occurrence, now) ? ["er", "niet-gekomen"] : ["er"];
}

const Actions = (props: ActionsProps) => {
  const { named, sheet, where, formKey } = props;
  const { person } = named.booking;
  const { id } = sheet.occurrence;
  return (
    <>
      <Mark booking={named.booking} />
      {buttonsFor(props).map((staat, at) => (
        <ActionForm
          id={at === 0 ? personAnchor(id, person) : undefined}
          action={presentHref(id, where)}
          fields={[
            ["persoon", person],
            ["staat", staat],
          ]}
          formKey={`${formKey}.${person}.${staat}`}
          label={LABELS[staat]}
          about={named.name}
          quiet
        />
      ))}
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
      title={text.who(occurrence.from)}
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
