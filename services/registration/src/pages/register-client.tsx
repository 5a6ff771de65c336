import { KEY_FIELD } from "@digihulp/web";
import {
  Band,
  Button,
  Card,
  ErrorSummary,
  Row,
  Rows,
  StaffPage,
  ActionForm,
  RefusalNotice,
} from "@digihulp/web/look";
import type { PersonId } from "../domain/ids.ts";
import { nl } from "../locale/nl.ts";
import { refusals } from "../locale/refusals.ts";
import type { RefusalKind } from "../locale/refusals.ts";
import type { Known } from "../store/register.ts";
import { AgreedField, BirthYearField, PersonFields, WishFields } from "./intake-fields.tsx";
import type { FormState } from "./intake-fields.tsx";
import { FIELDS, fieldsTyped, NOT_SAME_FIELD } from "./intake-form.ts";
import type { Staff } from "./staff.ts";
import { apartLines } from "./words.ts";

const { intake: text } = nl;

export const REGISTER_PATH = "/registratie/nieuw";
export type RegisterClientProps = Staff &
  FormState & {
    readonly formKey: string;
    /** People who may be the same, and everybody to rule out before anybody is registered. */
    readonly alike?: { readonly people: readonly Known[]; readonly ids: readonly PersonId[] };
    readonly refusal?: Exclude<RefusalKind, "possible-duplicate"> | undefined;
  };

const Alike = ({ alike, typed, formKey }: RegisterClientProps) => {
  const wish = [
    [FIELDS.theme, typed.theme],
    [FIELDS.words, typed.words],
  ] as const;
  const { title, line } = refusals["possible-duplicate"];
  return !alike ? null : (
    <div class="refused" tabindex={-1} autofocus>
      <Card title={title}>
        <p>{line}</p>
        <Rows>
          {alike.people.map((known) => (
            <Row
              name={known.card.name}
              href={`/registratie/persoon/${known.card.id}`}
              lines={apartLines(known)}
              end={
                <ActionForm
                  quiet
                  action={`/registratie/persoon/${known.card.id}/vraag`}
                  fields={wish}
                  formKey={`${formKey}.${known.card.id}`}
                  label={text.thisOne}
                  about={known.card.name}
                />
              }
            />
          ))}
        </Rows>
        <ActionForm
          action={REGISTER_PATH}
          fields={[...fieldsTyped(typed), [NOT_SAME_FIELD, alike.ids.join(" ")]]}
          formKey={formKey}
          label={text.nobodyElse}
          about={typed.name}
        />
      </Card>
    </div>
  );
};

/** Registers somebody with a question: little to ask, everything that was typed kept. */
export const RegisterClientView = (props: RegisterClientProps) => {
  const { region, member, typed, errors, formKey, alike, refusal } = props;
  const form = { region, typed, errors };
  const isAmiss = errors.length > 0 || alike !== undefined || refusal !== undefined;
  return (
    <StaffPage
      region={region}
      member={member}
      title={text.title}
      here="/registratie"
      hasErrors={isAmiss}
    >
      <ErrorSummary errors={errors} />
      <RefusalNotice text={refusal && refusals[refusal]} />
      <Band title={text.title} lead={text.lead} back={{ href: "/registratie", label: text.back }} />
      <Alike {...props} />
      <form class="card" action={REGISTER_PATH} method="post" novalidate>
        <input type="hidden" name={KEY_FIELD} value={formKey} />
        <div class="columns">
          <div>
            <PersonFields {...form} />
          </div>
          <div>
            <WishFields {...form} />
            <BirthYearField {...form} />
            <AgreedField {...form} consents={["may-call", "desk-may-see"]} hint={text.agreedHint} />
          </div>
        </div>
        <Button quiet={alike !== undefined}>{text.submit}</Button>
      </form>
    </StaffPage>
  );
};
