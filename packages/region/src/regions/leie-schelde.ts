import { calendarDate, clockTime } from "@digihulp/kernel";
import type { KnownSeries, RegionDefinition } from "../definition.ts";
import { digiclubId, municipalityId, organisationId, regionId, themeId } from "../slug.ts";
import { organisations } from "./leie-schelde-organisations.ts";
import { programmes } from "./leie-schelde-programmes.ts";
import { themes } from "./leie-schelde-themes.ts";

const municipality = (id: string, name: string, [nis = "", ...postcodes]: readonly string[]) => ({
  id: municipalityId(id),
  name,
  nis,
  postcodes,
});

const library = (municipality: string, name: string) => ({
  id: digiclubId(`${municipality}-bibliotheek`),
  municipality: municipalityId(municipality),
  kind: "library" as const,
  name: `Bibliotheek ${name}`,
});

const serviceCentre = (id: string, municipality: string, name: string) => ({
  id: digiclubId(id),
  municipality: municipalityId(municipality),
  kind: "service-centre" as const,
  name,
  audience: "vooral voor oudere inwoners",
});

// The flyer prints no year. Its dates are the last Tuesdays of 2023, with July left out.
const destelbergenDropIns = {
  id: "destelbergen-bibliotheek-inloop-2023",
  digiclub: digiclubId("destelbergen-bibliotheek"),
  kind: "drop-in",
  title: "Digiclub vrij inloopmoment",
  bring: [],
  themes: [],
  from: clockTime("16:30"),
  until: clockTime("18:30"),
  rhythm: { every: "date", dates: ["2023-06-27", "2023-08-29", "2023-10-31"].map(calendarDate) },
} as const satisfies KnownSeries;

const destelbergenWorkshop = {
  id: "destelbergen-bibliotheek-workshop-2023",
  digiclub: digiclubId("destelbergen-bibliotheek"),
  kind: "drop-in-with-workshop",
  title: "Digiclub + Workshop: Itsme, Mijn Burgerprofiel, eBox",
  about:
    "Je leert itsme installeren en gebruiken. En je ziet welke sites met informatie over jou je ermee opent.",
  bring: ["EID-code (code van de identiteitskaart)", "en/of bankkaartlezer en bankkaart"],
  themes: ["itsme", "mijn-burgerprofiel", "ebox"].map(themeId),
  from: clockTime("16:30"),
  until: clockTime("18:30"),
  rhythm: { every: "date", dates: [calendarDate("2023-09-26")] },
} as const satisfies KnownSeries;

// The flyer gives neither start nor end; the start is inferred from the flyer's first month.
const reinaertFridays = {
  id: "destelbergen-reinaert-vrijdag",
  digiclub: digiclubId("destelbergen-reinaert"),
  kind: "drop-in",
  title: "Digiclub",
  bring: [],
  themes: [],
  room: "cafetaria",
  from: clockTime("14:00"),
  until: clockTime("16:00"),
  rhythm: { every: "week", start: calendarDate("2023-06-02"), weekday: 5 },
} as const satisfies KnownSeries;

/** Digistroom, the Digibank of Leie and Schelde, from its press release and flyer of 2023. */
export const leieSchelde: RegionDefinition = {
  id: regionId("leie-schelde"),
  name: "Digistroom",
  portalName: "Digihulp-portaal",
  slogan: "We helpen je graag, zodat je digitaal mee bent.",
  coordinator: organisationId("werken-leie-schelde"),
  email: "digistroom@werkenleieenschelde.be",
  phone: null,
  funders: [
    "Digibanken",
    "Vlaanderen, departement Werk en Sociale Economie",
    "Gefinancierd door de Europese Unie - NextGenerationEU",
  ],
  municipalities: [
    municipality("de-pinte", "De Pinte", ["44012", "9840"]),
    municipality("deinze", "Deinze", ["44083", "9800", "9850"]),
    municipality("destelbergen", "Destelbergen", ["44013", "9070"]),
    municipality("gavere", "Gavere", ["44020", "9890"]),
    municipality("melle", "Melle", ["44040", "9090"]),
    municipality("merelbeke", "Merelbeke", ["44043", "9820"]),
    municipality("nazareth", "Nazareth", ["44048", "9810"]),
    municipality("sint-martens-latem", "Sint-Martens-Latem", ["44064", "9830", "9831"]),
    municipality("zulte", "Zulte", ["44081", "9870"]),
  ],
  // "Mostly in libraries": the nine libraries follow from that sentence, only Destelbergen is named.
  digiclubs: [
    library("de-pinte", "De Pinte"),
    library("deinze", "Deinze"),
    library("destelbergen", "Destelbergen (centrum)"),
    library("gavere", "Gavere"),
    library("melle", "Melle"),
    library("merelbeke", "Merelbeke"),
    library("nazareth", "Nazareth"),
    library("sint-martens-latem", "Sint-Martens-Latem"),
    library("zulte", "Zulte"),
    serviceCentre("destelbergen-reinaert", "destelbergen", "Lokaal Dienstencentrum de Reinaert"),
    serviceCentre("deinze-dienstencentrum", "deinze", "Lokaal dienstencentrum Deinze"),
    serviceCentre("merelbeke-dienstencentrum", "merelbeke", "Lokaal dienstencentrum Merelbeke"),
    serviceCentre("nazareth-dienstencentrum", "nazareth", "Lokaal dienstencentrum Nazareth"),
    {
      id: digiclubId("nevele-zonnebloem"),
      municipality: municipalityId("deinze"),
      kind: "community-house",
      name: "Welzijnsschakel de Zonnebloem (Nevele)",
      operator: organisationId("de-zonnebloem"),
    },
    {
      id: digiclubId("merelbeke-mia"),
      municipality: municipalityId("merelbeke"),
      kind: "social-grocery",
      name: "MIA, sociale kruidenier",
      operator: organisationId("mia"),
    },
  ],
  organisations,
  themes,
  programmes,
  series: [destelbergenDropIns, destelbergenWorkshop, reinaertFridays],
};
