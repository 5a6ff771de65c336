import type { Municipality } from "@digihulp/region";
import { KEY_FIELD } from "@digihulp/web";
import {
  Band,
  Button,
  Choices,
  errorOf,
  ErrorSummary,
  Notice,
  StaffPage,
  RefusalNotice,
} from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import { refusals } from "../locale/refusals.ts";
import type { RefusalKind } from "../locale/refusals.ts";
import { AgreedField, PersonFields, WishFields } from "./intake-fields.tsx";
import type { FormState } from "./intake-fields.tsx";
import type { Staff } from "./staff.ts";

const { refer: text } = nl;

export const REFER_PATH = "/registratie/toeleiden";
export const MUNICIPALITY_FIELD = "gemeente";

export type ReferClientProps = Staff &
  FormState & {
    readonly destinations: readonly Municipality[];
    /** The municipality that was chosen, if any. */
    readonly chosen: string;
    readonly formKey: string;
    readonly refusal?: RefusalKind | undefined;
  };

const Form = ({ destinations, chosen, formKey, region, typed, errors }: ReferClientProps) => {
  const form = { region, typed, errors };
  return (
    <form class="card" action={REFER_PATH} method="post" novalidate>
      <input type="hidden" name={KEY_FIELD} value={formKey} />
      <div class="columns">
        <div>
          <Choices
            type="radio"
            name={MUNICIPALITY_FIELD}
            label={text.municipality}
            error={errorOf(errors, MUNICIPALITY_FIELD)}
            options={destinations.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={[destinations.length === 1 ? `${destinations[0]?.id}` : chosen]}
          />
          <PersonFields {...form} />
        </div>
        <div>
          <WishFields {...form} wordsHint={text.wordsHint} />
          <AgreedField
            {...form}
            consents={["may-refer", "may-call", "desk-may-see"]}
            hint={text.agreedHint}
          />
        </div>
      </div>
      <Button>{text.submit}</Button>
    </form>
  );
};

/** Passes somebody's question on to a municipality: the question and how to reach them, no more. */
export const ReferClientView = (props: ReferClientProps) => {
  const { region, member, destinations, errors, refusal } = props;
  return (
    <StaffPage
      region={region}
      member={member}
      title={text.title}
      here={REFER_PATH}
      hasErrors={errors.length > 0 || refusal !== undefined}
    >
      <ErrorSummary errors={errors} />
      <RefusalNotice text={refusal && refusals[refusal]} />
      <Band title={text.title} lead={text.lead} />
      {destinations.length === 0 ? (
        <Notice plane="amber" pictogram="key" title={text.none}>
          <p>{text.noneLine}</p>
        </Notice>
      ) : (
        <Form {...props} />
      )}
    </StaffPage>
  );
};
