import type { WallTime } from "@digihulp/kernel";
import type { Digiclub, Municipality } from "@digihulp/region";
import {
  Card,
  dutchDate,
  Notice,
  Row,
  Rows,
  StaffPage,
  timeSpan,
  RefusalNotice,
} from "@digihulp/web/look";
import type { StaffPageProps } from "@digihulp/web/look";
import type { PersonName } from "../deps.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import { attendanceTexts } from "../locale/attendance.ts";
import type { AttendanceRefusalKind } from "../locale/attendance.ts";
import type { DayOfWork } from "../use-cases/today-at.ts";
import { momentAnchor, todayHref } from "./today-links.ts";
import type { Where } from "./today-links.ts";
import { People } from "./today-people.tsx";
import { Visitors } from "./today-visitors.tsx";

const { today: text } = attendanceTexts;

export type TodayProps = Pick<StaffPageProps, "region" | "member"> & {
  readonly day: DayOfWork;
  readonly now: WallTime;
  readonly municipality: Municipality;
  /** The Digiclub whose day this is; absent for a whole municipality. */
  readonly digiclub: Digiclub | undefined;
  readonly where: Where;
  readonly cards: ReadonlyMap<string, PersonName>;
  readonly linksToPeople: boolean;
  readonly formKey: string;
  readonly refusal?: AttendanceRefusalKind | undefined;
};

const clubName = ({ region }: TodayProps, { digiclub }: Occurrence): string =>
  region.digiclubs.find(({ id }) => id === digiclub)?.name ?? digiclub;

const Empty = (props: TodayProps) => {
  const { day, now, digiclub } = props;
  const { next } = day;
  const date = next && dutchDate(next.date, now.date);
  const time = next && timeSpan(next.from, next.until);
  return (
    <Notice plane="willow" pictogram="calendar" title={text.noneTitle}>
      {next && date && time ? (
        <p>
          {digiclub ? text.nextLine(date, time) : text.nextPlace(date, time, clubName(props, next))}
        </p>
      ) : (
        <p>{text.noNextLine}</p>
      )}
      <p>
        <a href={`/agenda?gemeente=${props.municipality.id}`}>{text.agenda}</a>
      </p>
    </Notice>
  );
};

const Elsewhere = (props: TodayProps) => {
  const { elsewhere } = props.day;
  return elsewhere.length === 0 ? null : (
    <Card title={text.elsewhere(props.municipality.name)}>
      <Rows>
        {elsewhere.map((moment) => (
          <Row
            name={clubName(props, moment)}
            href={todayHref({ chosen: moment.digiclub })}
            lines={[timeSpan(moment.from, moment.until)]}
          />
        ))}
      </Rows>
    </Card>
  );
};

/** GET /agenda/vandaag as a page: what goes on today, who comes, and how many walked in. */
export const TodayView = (props: TodayProps) => {
  const { region, member, day, now, digiclub, where, refusal } = props;
  const place = digiclub && !where.chosen ? undefined : digiclub?.name;
  return (
    <StaffPage
      region={region}
      member={member}
      title={text.title}
      here="/agenda/vandaag"
      hasErrors={refusal !== undefined}
    >
      <div class="flow">
        <div>
          <h1>{text.title}</h1>
          <p class="hint">{dutchDate(now.date, now.date)}</p>
        </div>
        <RefusalNotice text={refusal && attendanceTexts.refusals[refusal]} />
        {where.chosen && (
          <p>
            <a href={todayHref({ chosen: undefined })}>{text.back}</a>
          </p>
        )}
        {day.moments.length === 0 && <Empty {...props} />}
        {day.moments.map((sheet) => (
          <div class="columns" id={momentAnchor(sheet.occurrence.id)}>
            <Visitors
              {...props}
              sheet={sheet}
              place={digiclub ? place : clubName(props, sheet.occurrence)}
            />
            <People {...props} sheet={sheet} />
          </div>
        ))}
        <Elsewhere {...props} />
      </div>
    </StaffPage>
  );
};
