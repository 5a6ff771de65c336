import { publicRows } from "@digihulp/web";
import type { Route } from "@digihulp/web";
import {
  DigiclubsAnswer,
  listDigiclubs,
  listMunicipalities,
  MunicipalitiesAnswer,
} from "./api/directory.ts";
import { health, HealthAnswer } from "./api/health.ts";
import type { PartnershipDeps } from "./deps.ts";
import { digiclubsPage } from "./pages/digiclubs-page.tsx";
import { startPage } from "./pages/start-page.tsx";
import { accessibilityPage, privacyPage, whoMayWhatPage } from "./pages/statement-pages.tsx";

const read = { method: "GET", permission: "partnership:read", about: publicRows } as const;
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
];
