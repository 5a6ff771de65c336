import type { CalendarDate } from "@digihulp/kernel";
import type { Municipality } from "@digihulp/region";
import { Band, Card, Notice, StaffPage } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import type { SeenReferral } from "../use-cases/see-referral.ts";
import { QuestionTag } from "./client-questions.tsx";
import { REFERRALS_PATH } from "./list-referrals.tsx";
import type { Staff } from "./staff.ts";
import { dayWords, themeName } from "./words.ts";

const { referral: text } = nl;

export type SeeReferralProps = Staff & {
  readonly seen: SeenReferral;
  readonly municipality: Municipality;
  readonly today: CalendarDate;
  /** Whether it was passed on just now. */
  readonly isSent: boolean;
};

/** One person whom the own organisation referred: their name, and how it stands. */
export const SeeReferralView = (props: SeeReferralProps) => {
  const { region, member, seen, municipality, today, isSent } = props;
  const { name, theme, state, createdAt } = seen;
  const facts = [
    [text.municipality, municipality.name],
    [text.theme, themeName(region, theme)],
    [text.since, dayWords(createdAt, today)],
  ] as const;
  return (
    <StaffPage region={region} member={member} title={name} here={REFERRALS_PATH}>
      <Band title={name} back={{ href: REFERRALS_PATH, label: text.back }} />
      {isSent && (
        <Notice plane="willow" pictogram="check" title={text.sentTitle}>
          <p>{text.sentLine}</p>
        </Notice>
      )}
      <dl class="facts-line">
        {facts.map(([question, answer]) => (
          <div>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <Card title={text.state} aside={<QuestionTag state={state} />}>
        <p>{text.outcomes[state]}</p>
      </Card>
    </StaffPage>
  );
};
