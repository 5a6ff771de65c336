import type { CalendarDate } from "@digihulp/kernel";
import {
  Band,
  Button,
  Card,
  ErrorSummary,
  Notice,
  Row,
  Rows,
  StaffPage,
  RefusalNotice,
} from "@digihulp/web/look";
import { KEY_FIELD } from "@digihulp/web";
import { nl } from "../locale/nl.ts";
import { refusals } from "../locale/refusals.ts";
import type { RefusalKind } from "../locale/refusals.ts";
import type { SeenClient } from "../use-cases/see-client.ts";
import { ClientAgreed, ClientFacts } from "./client-facts.tsx";
import { ClientHistory } from "./client-history.tsx";
import { ClientQuestions } from "./client-questions.tsx";
import { DESK_PATH } from "./desk-search.tsx";
import { WishFields } from "./intake-fields.tsx";
import type { FormState } from "./intake-fields.tsx";
import type { Staff } from "./staff.ts";
import { reachLine } from "./words.ts";

const { person: text } = nl;

export type SeeClientProps = Staff &
  FormState & {
    readonly seen: SeenClient;
    readonly today: CalendarDate;
    readonly formKey: string;
    readonly mayPlan: boolean;
    readonly refusal?: RefusalKind | undefined;
  };

const Alike = ({ seen }: SeeClientProps) =>
  seen.alike.length === 0 ? null : (
    <Notice plane="amber" pictogram="person" title={text.alike}>
      <p>{text.alikeLine}</p>
      <Rows>
        {seen.alike.map(({ id, name, reach }) => (
          <Row name={name} href={`/registratie/persoon/${id}`} lines={[reachLine(reach)]} />
        ))}
      </Rows>
    </Notice>
  );

const AskMore = ({ seen, region, typed, errors, formKey }: SeeClientProps) => (
  <Card title={text.ask}>
    <form action={`/registratie/persoon/${seen.card.id}/vraag`} method="post" novalidate>
      <input type="hidden" name={KEY_FIELD} value={formKey} />
      <WishFields region={region} typed={typed} errors={errors} />
      <Button quiet>{text.askSubmit}</Button>
    </form>
  </Card>
);

/** One person: how to reach them, what they ask, and what happened with it. */
export const SeeClientView = (props: SeeClientProps) => {
  const { region, member, seen, errors, refusal } = props;
  return (
    <StaffPage
      region={region}
      member={member}
      title={seen.card.name}
      here={DESK_PATH}
      hasErrors={errors.length > 0 || refusal !== undefined}
    >
      <ErrorSummary errors={errors} />
      <RefusalNotice text={refusal && refusals[refusal]} />
      <Band title={seen.card.name} back={{ href: DESK_PATH, label: text.back }} />
      <ClientFacts {...props} />
      <Alike {...props} />
      <div class="columns wide-first">
        <div>
          <ClientQuestions {...props} />
          <AskMore {...props} />
        </div>
        <div>
          <ClientHistory {...props} />
          <ClientAgreed {...props} />
        </div>
      </div>
    </StaffPage>
  );
};
