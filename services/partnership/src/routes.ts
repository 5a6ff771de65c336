import { ownTenant, publicRows } from "@digihulp/web";
import type { Route } from "@digihulp/web";
import {
  DigiclubsAnswer,
  listDigiclubs,
  listMunicipalities,
  MunicipalitiesAnswer,
} from "./api/directory.ts";
import {
  GrantAnswer,
  GrantBody,
  GrantsAnswer,
  listGrants,
  postGrant,
  postGrantEnd,
} from "./api/grants.ts";
import { health, HealthAnswer } from "./api/health.ts";
import type { PartnershipDeps } from "./deps.ts";
import { accessPage, endAccess, giveAccess } from "./pages/access-page.tsx";
import { digiclubsPage } from "./pages/digiclubs-page.tsx";
import { startPage } from "./pages/start-page.tsx";
import { accessibilityPage, privacyPage, whoMayWhatPage } from "./pages/statement-pages.tsx";

const read = { method: "GET", permission: "partnership:read", about: publicRows } as const;
const give = { permission: "grant:give", about: ownTenant } as const;
const statement = { method: "GET", kind: "page", open: "says what holds for everybody" } as const;

// prettier-ignore
export const routes: readonly Route<PartnershipDeps>[] = [
  { ...read, kind: "page", path: "/", handle: startPage, summary: "Start page." },
  { ...read, kind: "page", path: "/digiclubs", handle: digiclubsPage, summary: "Every Digiclub, with its next moment." },
  { ...statement, path: "/toegankelijkheid", handle: accessibilityPage, summary: "Accessibility statement." },
  { ...statement, path: "/privacy", handle: privacyPage, summary: "What is kept, and why." },
  { ...statement, path: "/wie-mag-wat", handle: whoMayWhatPage, summary: "Who may do what." },
  { ...read, kind: "api", path: "/health", handle: health, shape: { response: HealthAnswer }, summary: "Whether every service answers." },
  { ...read, kind: "api", path: "/api/partnership/municipalities", handle: listMunicipalities, shape: { response: MunicipalitiesAnswer }, summary: "The municipalities of the region." },
  { ...read, kind: "api", path: "/api/partnership/digiclubs", handle: listDigiclubs, shape: { response: DigiclubsAnswer }, summary: "The Digiclubs of the region." },
  { ...give, method: "GET", kind: "page", path: "/beheer/toegang", handle: accessPage, summary: "The organisations with access to the municipality." },
  { ...give, method: "POST", kind: "page", path: "/beheer/toegang", handle: giveAccess, summary: "Gives an organisation access." },
  { ...give, method: "POST", kind: "page", path: "/beheer/toegang/:id/einde", handle: endAccess, summary: "Takes access back." },
  { ...give, method: "GET", kind: "api", path: "/api/partnership/grants", handle: listGrants, shape: { response: GrantsAnswer }, summary: "The grants that the municipality gave." },
  { ...give, method: "POST", kind: "api", path: "/api/partnership/grants", handle: postGrant, shape: { body: GrantBody, response: GrantAnswer }, summary: "Gives an organisation access to the municipality." },
  { ...give, method: "POST", kind: "api", path: "/api/partnership/grants/:id/end", handle: postGrantEnd, shape: { response: GrantAnswer }, summary: "Takes a grant back, at once." },
];
