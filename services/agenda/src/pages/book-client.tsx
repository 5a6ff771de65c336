import type { WallTime } from "@digihulp/kernel";
import type { Digiclub, Municipality } from "@digihulp/region";
import { Band, Card, Notice, Rows, StaffPage, RefusalNotice } from "@digihulp/web/look";
import type { StaffPageProps } from "@digihulp/web/look";
import type { PersonId, QuestionId } from "../domain/booking.ts";
import type { Ahead, Places } from "../domain/planning.ts";
import { attendanceTexts } from "../locale/attendance.ts";
import type { AttendanceRefusalKind } from "../locale/attendance.ts";
import { MomentRow } from "./book-client-row.tsx";

const { plan: text } = attendanceTexts;

export type BookClientProps = Pick<StaffPageProps, "region" | "member"> & {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly question: QuestionId | undefined;
  readonly moments: Places<Ahead>;
  readonly now: WallTime;
  readonly municipality: Municipality;
  readonly digiclub: Digiclub | undefined;
  readonly formKey: string;
  readonly refusal?: AttendanceRefusalKind | undefined;
};

type ListProps = BookClientProps & {
  readonly title: string;
  readonly list: readonly Ahead[];
  readonly namesPlace: boolean;
};

const List = ({ title, list, ...props }: ListProps) =>
  list.length === 0 ? null : (
    <Card title={title}>
      <Rows>
        {list.map((ahead) => (
          <MomentRow {...props} ahead={ahead} />
        ))}
      </Rows>
    </Card>
  );

/** GET /agenda/inplannen as a page: the next moments with a free place, one button each. */
export const BookClientView = (props: BookClientProps) => {
  const { region, member, person, moments, municipality, digiclub, refusal } = props;
  const { own, others } = moments;
  const title = text.title(person.name);
  const isFull = own.length + others.length === 0;
  return (
    <StaffPage
      region={region}
      member={member}
      title={title}
      here="/registratie"
      hasErrors={refusal !== undefined}
    >
      <div class="flow">
        <Band
          title={title}
          back={{ href: `/registratie/persoon/${person.id}`, label: text.back }}
        />
        <RefusalNotice text={refusal && attendanceTexts.refusals[refusal]} />
        {digiclub && (
          <List {...props} title={text.own(digiclub.name)} list={own} namesPlace={false} />
        )}
        <List
          {...props}
          title={digiclub ? text.others(municipality.name) : text.all(municipality.name)}
          list={others}
          namesPlace
        />
        {isFull && (
          <Notice plane="amber" pictogram="calendar" title={text.noneTitle}>
            <p>{text.noneLine}</p>
          </Notice>
        )}
        <p>
          <a href="/agenda">{text.noneAgenda}</a>
        </p>
      </div>
    </StaffPage>
  );
};
