import { KEY_FIELD } from "@digihulp/web";
import {
  Band,
  Button,
  Card,
  DateField,
  ErrorSummary,
  errorOf,
  Select,
  StaffPage,
  RefusalNotice,
} from "@digihulp/web/look";
import type { FieldError, StaffPageProps } from "@digihulp/web/look";
import { partnersOf } from "../domain/grant.ts";
import { grantTexts } from "../locale/grants.ts";
import type { GrantRefusalKind } from "../locale/grants.ts";
import { AccessList } from "./access-list.tsx";
import type { AccessListProps } from "./access-list.tsx";

/** What somebody typed, as it was typed. */
export type TypedGrant = {
  readonly organisatie?: string | undefined;
  readonly vanaf?: string | undefined;
  readonly tot?: string | undefined;
};

export type AccessProps = Pick<StaffPageProps, "region" | "member"> &
  AccessListProps & {
    readonly typed: TypedGrant;
    readonly errors: readonly FieldError[];
    readonly refusal?: GrantRefusalKind | undefined;
  };

const GiveForm = ({ region, typed, errors, formKey }: AccessProps) => {
  const { organisatie, vanaf, tot } = grantTexts.fields;
  const partners = partnersOf(region).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={grantTexts.giveTitle}>
      <form action="/beheer/toegang" method="post" novalidate>
        <input type="hidden" name={KEY_FIELD} value={formKey} />
        <Select
          {...organisatie}
          name="organisatie"
          choices={partners}
          value={typed.organisatie}
          error={errorOf(errors, "organisatie")}
        />
        <DateField {...vanaf} name="vanaf" value={typed.vanaf} error={errorOf(errors, "vanaf")} />
        <DateField {...tot} name="tot" value={typed.tot} error={errorOf(errors, "tot")} />
        <Button pictogram="key">{grantTexts.give}</Button>
      </form>
    </Card>
  );
};

/** GET /beheer/toegang as a page: who has access, and a form to give it. */
export const AccessView = (props: AccessProps) => {
  const { region, member, grants, today, formKey, errors, refusal } = props;
  const { title, lead, refusals } = grantTexts;
  const hasErrors = errors.length > 0 || refusal !== undefined;
  return (
    <StaffPage
      region={region}
      member={member}
      title={title}
      here="/beheer/toegang"
      hasErrors={hasErrors}
    >
      <Band title={title} lead={lead} />
      <ErrorSummary errors={errors} />
      <RefusalNotice text={refusal && refusals[refusal]} />
      <AccessList region={region} grants={grants} today={today} formKey={formKey} />
      <GiveForm {...props} />
    </StaffPage>
  );
};
