import { KEY_FIELD } from "../form.ts";
import { Button } from "./button.tsx";
import type { PictogramName } from "./pictograms.ts";

export type ActionFormProps = {
  readonly action: string;
  /** Answers that are known already; a name may come back. */
  readonly fields?: readonly (readonly [string, string | undefined])[];
  /** Makes this button's form recognisable when it is sent twice; absent where nothing is changed. */
  readonly formKey?: string;
  readonly label: string;
  /** Whom or what it is about, for who does not see the row it stands in. */
  readonly about: string;
  /** Where the browser comes back to on the page. */
  readonly id?: string | undefined;
  readonly quiet?: boolean;
  readonly pictogram?: PictogramName;
};

/** One button that does one thing: a form without questions. */
export const ActionForm = (props: ActionFormProps) => {
  const { id, action, fields = [], formKey, label, about, ...look } = props;
  return (
    <form id={id} action={action} method="post">
      {fields.map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      {formKey && <input type="hidden" name={KEY_FIELD} value={formKey} />}
      <Button {...look}>
        {label}
        <span class="unseen">: {about}</span>
      </Button>
    </form>
  );
};
