import { findTheme } from "@digihulp/region";
import { CheckList, Fact, Facts, capital, dutchDate, everyWeek } from "@digihulp/web/look";
import { placeName, roomWords, timeSpan } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import type { MomentProps } from "./moment.tsx";

const { moment: text } = nl;

const When = ({ occurrence, today }: MomentProps) => (
  <Fact question={text.when} pictogram="calendar" plane="dawn">
    <p>
      <strong>
        {dutchDate(occurrence.date, today)}
        <br />
        {text.whenHours(timeSpan(occurrence.from, occurrence.until))}
      </strong>
    </p>
    {occurrence.isWeekly && <p>{capital(everyWeek(occurrence.date))}</p>}
  </Fact>
);

const Where = ({ occurrence, digiclub, municipality }: MomentProps) => (
  <Fact question={text.where} pictogram="place" plane="river">
    <p>
      <strong>{placeName(digiclub, municipality)}</strong>
    </p>
    {occurrence.room && (
      <p>
        <bdi>{roomWords(occurrence.room)}</bdi>
      </p>
    )}
  </Fact>
);

const Learn = ({ occurrence, region }: MomentProps) => {
  const themes = occurrence.themes.flatMap((id) => findTheme(region, id)?.name ?? []);
  if (themes.length === 0) return null;
  return (
    <Fact
      question={occurrence.kind === "drop-in" ? text.about : text.learn}
      pictogram="workshop"
      plane="willow"
    >
      <CheckList items={themes} />
    </Fact>
  );
};

/** The facts of a moment; what nobody told us is not asked. */
export const MomentFacts = (props: MomentProps) => {
  const { occurrence } = props;
  return (
    <Facts>
      <When {...props} />
      <Where {...props} />
      <Learn {...props} />
      {occurrence.bring.length > 0 && (
        <Fact question={text.bring} pictogram="key" plane="willow">
          <CheckList items={occurrence.bring} />
        </Fact>
      )}
      {occurrence.kind === "drop-in" && occurrence.state === "planned" && (
        <Fact question={text.appointment} pictogram="drop-in" plane="willow">
          <p>
            <strong>{text.noAppointment}</strong>
          </p>
        </Fact>
      )}
      <Fact question={text.cost} pictogram="check" plane="dawn">
        <p>
          <strong>{text.free}</strong>
        </p>
      </Fact>
    </Facts>
  );
};
