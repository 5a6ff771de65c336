import { KEY_FIELD } from "@digihulp/web";
import { Button } from "@digihulp/web/look";
import type { PictogramName } from "@digihulp/web/look";

export type ActionProps = {
  readonly action: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
  /** Makes this button's form recognisable when it is sent twice. */
  readonly formKey: string;
  readonly label: string;
  /** Whom or what it is about, for who does not see the row it stands in. */
  readonly about: string;
  /** Where the browser comes back to on the page. */
  readonly id?: string | undefined;
  readonly quiet?: boolean;
  readonly pictogram?: PictogramName;
};

/** One button that does one thing: a form without questions. */
export const ActionForm = ({ id, action, fields, formKey, label, about, ...look }: ActionProps) => (
  <form id={id} action={action} method="post">
    {Object.entries({ ...fields, [KEY_FIELD]: formKey }).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
    )}
    <Button {...look}>
      {label}
      <span class="unseen">: {about}</span>
    </Button>
  </form>
);
