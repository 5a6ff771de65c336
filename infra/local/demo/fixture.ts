import { addDays, daysBetween, weekdayOf, type Day } from "./calendar.ts";
import { AHEAD_DAYS, YEAR_DAYS, type Moment, type Setting } from "./setting.ts";

const town = (id: string, name: string, postcode: string) => ({ id, name, postcode });
const club = (id: string, municipality: string) => ({ id, municipality });

function fridays(today: Day): Moment[] {
  return daysBetween(addDays(today, -YEAR_DAYS), addDays(today, AHEAD_DAYS))
    .filter((day) => weekdayOf(day) === 5)
    .map((date) => ({
      id: `occ_friday.${date}`,
      digiclub: "destelbergen-reinaert",
      municipality: "destelbergen",
      date,
      from: "14:00",
      until: "16:00",
    }));
}

/** A region for tests: one town with moments and three without. */
export const settingOn = (today: Day): Setting => ({
  today,
  towns: [
    town("deinze", "Deinze", "9800"),
    town("destelbergen", "Destelbergen", "9070"),
    town("gavere", "Gavere", "9890"),
    town("merelbeke", "Merelbeke", "9820"),
  ],
  digiclubs: [
    club("deinze-bibliotheek", "deinze"),
    club("deinze-dienstencentrum", "deinze"),
    club("destelbergen-bibliotheek", "destelbergen"),
    club("destelbergen-reinaert", "destelbergen"),
    club("gavere-bibliotheek", "gavere"),
    club("merelbeke-mia", "merelbeke"),
  ],
  moments: fridays(today),
  organisations: ["emino", "groep-intro", "vdab"],
});
