import type { CalendarDate } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { KEY_FIELD } from "@digihulp/web";
import { Button, Card, Details, Row, Rows, Tag } from "@digihulp/web/look";
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

const LOOK = {
  future: { plane: "amber", pictogram: "clock" },
  active: { plane: "willow", pictogram: "check" },
  expired: { plane: "linen", pictogram: "clock" },
  ended: { plane: "linen", pictogram: "cross" },
} as const satisfies Record<GrantState, object>;

const isOpen = (state: GrantState): boolean => state === "active" || state === "future";

type EntryProps = Omit<AccessListProps, "grants"> & { readonly grant: Grant };

const Entry = ({ region, grant, today, formKey }: EntryProps) => {
  const state = stateOf(grant, today);
  const name = nameOf(region, grant);
  const lines = [grantTexts.days(grant)];
  const end = isOpen(state) && (
    <form action={`/beheer/toegang/${grant.id}/einde`} method="post">
      <input type="hidden" name={KEY_FIELD} value={`${formKey}.${grant.id}`} />
      <Button quiet>
        {grantTexts.end}
        <span class="unseen">: {name}</span>
      </Button>
    </form>
  );
  return (
    <Row
      name={name}
      lines={grant.endedOn ? [...lines, grantTexts.endedOn(grant.endedOn)] : lines}
      end={
        <>
          <Tag {...LOOK[state]}>{grantTexts.states[state]}</Tag>
          {end}
        </>
      }
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
