import { KEY_FIELD } from "@digihulp/web";
import { Button } from "@digihulp/web/look";

export type ActionFormProps = {
  readonly action: string;
  readonly fields?: readonly (readonly [string, string])[];
  /** Makes this button's form recognisable when it is sent twice; absent where nothing is changed. */
  readonly formKey?: string;
  readonly label: string;
  /** Whom or what it is about, for who does not see the row it stands in. */
  readonly about: string;
  readonly quiet?: boolean;
};

/** One button that does one thing: a form whose answers are known already. */
export const ActionForm = (props: ActionFormProps) => {
  const { action, fields = [], formKey, label, about, quiet = true } = props;
  return (
    <form action={action} method="post">
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {formKey && <input type="hidden" name={KEY_FIELD} value={formKey} />}
      <Button quiet={quiet}>
        {label}
        <span class="unseen">: {about}</span>
      </Button>
    </form>
  );
};
