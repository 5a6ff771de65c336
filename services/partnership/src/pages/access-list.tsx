import type { CalendarDate } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { KEY_FIELD } from "@digihulp/web";
import { Button, Card, Details, Row, Rows } from "@digihulp/web/look";
import { stateOf } from "../domain/grant.ts";
import type { Grant, GrantState } from "../domain/grant.ts";
import { grantTexts } from "../locale/grants.ts";

export type AccessListProps = {
  readonly region: RegionDefinition;
  readonly grants: readonly Grant[];
  readonly today: CalendarDate;
  readonly formKey: string;
};

const nameOf = (region: RegionDefinition, { organisation }: Grant): string =>
  region.organisations.find(({ id }) => id === organisation)?.name ?? organisation;

const isOpen = (state: GrantState): boolean => state === "active" || state === "future";

type Named = { readonly name: string };
type EntryProps = Omit<AccessListProps, "grants"> & { readonly grant: Grant };

const EndButton = ({ grant, name, formKey }: Pick<EntryProps, "grant" | "formKey"> & Named) => (
  <form action={`/beheer/toegang/${grant.id}/einde`} method="post">
    <input type="hidden" name={KEY_FIELD} value={`${formKey}.${grant.id}`} />
    <Button quiet>
      {grantTexts.end}
      <span class="unseen">: {name}</span>
    </Button>
  </form>
);

const Entry = ({ region, grant, today, formKey }: EntryProps) => {
  const state = stateOf(grant, today);
  const name = nameOf(region, grant);
  const said = grant.endedOn ? grantTexts.endedOn(grant.endedOn) : grantTexts.states[state];
  return (
    <Row
      name={name}
      lines={[said, grantTexts.days(grant)]}
      end={isOpen(state) && <EndButton grant={grant} name={name} formKey={formKey} />}
    />
  );
};

const Entries = ({ grants, ...around }: AccessListProps) => (
  <Rows>
    {grants.map((grant) => (
      <Entry {...around} grant={grant} />
    ))}
  </Rows>
);

/** The grants that hold or will hold, and behind their own words those that are over. */
export const AccessList = ({ grants, ...around }: AccessListProps) => {
  const [open, past] = [true, false].map((wanted) =>
    grants.filter((grant) => isOpen(stateOf(grant, around.today)) === wanted),
  );
  return (
    <Card title={grantTexts.listTitle}>
      {open && open.length > 0 ? <Entries {...around} grants={open} /> : <p>{grantTexts.none}</p>}
      {past && past.length > 0 && (
        <Details summary={grantTexts.past}>
          <Entries {...around} grants={past} />
        </Details>
      )}
    </Card>
  );
};
