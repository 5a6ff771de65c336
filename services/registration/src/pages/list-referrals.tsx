import type { CalendarDate } from "@digihulp/kernel";
import { findMunicipality } from "@digihulp/region";
import type { MunicipalityId, RegionDefinition } from "@digihulp/region";
import { Band, ButtonLink, Card, Notice, Row, Rows, StaffPage } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import type { ListedReferral } from "../use-cases/list-referrals.ts";
import { QuestionTag } from "./client-questions.tsx";
import { REFER_PATH } from "./refer-client.tsx";
import type { Staff } from "./staff.ts";
import { dayWords, themeName } from "./words.ts";

const { referrals: text } = nl;

export const REFERRALS_PATH = "/registratie/toegeleid";

export type ListReferralsProps = Staff & {
  readonly listed: readonly ListedReferral[];
  readonly today: CalendarDate;
};

type OneProps = {
  readonly one: ListedReferral;
  readonly region: RegionDefinition;
  readonly today: CalendarDate;
};

const municipalityName = (region: RegionDefinition, id: MunicipalityId): string =>
  findMunicipality(region, id)?.name ?? id;

const Listed = ({ one, region, today }: OneProps) => {
  const { theme, createdAt, municipality, question } = one.referral;
  const place = municipalityName(region, municipality);
  const when = `${place}, ${dayWords(createdAt, today)}`;
  if (one.access === "ended")
    return <Row name={text.ended} lines={[when, text.endedLine(place)]} />;
  return (
    <Row
      name={one.card.name}
      href={`${REFERRALS_PATH}/${question}`}
      lines={[themeName(region, theme), when]}
      end={<QuestionTag state={one.referral.state} />}
    />
  );
};

/** Whom the own organisation referred, and how it stands. */
export const ListReferralsView = ({ region, member, listed, today }: ListReferralsProps) => (
  <StaffPage region={region} member={member} title={text.title} here={REFERRALS_PATH}>
    <Band title={text.title} lead={text.lead} />
    <p>
      <ButtonLink href={REFER_PATH} pictogram="person">
        {text.refer}
      </ButtonLink>
    </p>
    {listed.length === 0 ? (
      <Notice plane="river" pictogram="question" title={text.none}>
        <p>{text.noneLine}</p>
      </Notice>
    ) : (
      <Card title={text.title}>
        <Rows>
          {listed.map((one) => (
            <Listed one={one} region={region} today={today} />
          ))}
        </Rows>
      </Card>
    )}
  </StaffPage>
);
