import { Fields, isObject } from "../json.ts";
import { Browser, type Portal } from "./browser.ts";
import { addDays, type Day } from "./calendar.ts";
import { AHEAD_DAYS, YEAR_DAYS, type Moment, type Setting } from "./setting.ts";

async function listed(portal: Portal, path: string, list: string): Promise<Fields[]> {
  const { status, body } = await new Browser(portal).send({ method: "GET", path });
  if (status !== 200 || !isObject(body)) throw new Error(`${path} answers ${status}`);
  return new Fields(body, path).each(list);
}

const momentOf = (fields: Fields): Moment => ({
  id: fields.text("id"),
  digiclub: fields.text("digiclub"),
  municipality: fields.text("municipality"),
  date: fields.text("date"),
  from: fields.text("from"),
  until: fields.text("until"),
});

/** The region as its own public API shows it, around a year that ends before today. */
export async function readSetting(
  portal: Portal,
  { today, personas }: { today: Day; personas: readonly string[] },
): Promise<Setting> {
  const period = `from=${addDays(today, -YEAR_DAYS)}&until=${addDays(today, AHEAD_DAYS)}`;
  const [towns, digiclubs, occurrences] = await Promise.all([
    listed(portal, "/api/partnership/municipalities", "municipalities"),
    listed(portal, "/api/partnership/digiclubs", "digiclubs"),
    listed(portal, `/api/agenda/occurrences?${period}`, "occurrences"),
  ]);
  return {
    today,
    towns: towns.map((town) => ({
      id: town.text("id"),
      name: town.text("name"),
      postcode: town.texts("postcodes")[0] ?? "",
    })),
    digiclubs: digiclubs.map((club) => ({
      id: club.text("id"),
      municipality: club.text("municipality"),
    })),
    moments: occurrences.filter((one) => one.text("state") === "planned").map(momentOf),
    organisations: personas.flatMap((id) => /^partner-(.+)$/.exec(id)?.[1] ?? []),
  };
}
