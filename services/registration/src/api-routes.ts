import { ownOrganisation, ownTenant } from "@digihulp/web";
import type { Route } from "@digihulp/web";
import {
  AskedQuestion,
  ClientAnswer,
  FoundAnswer,
  ReferralAnswer,
  ReferralsAnswer,
  Registered,
  WaitingAnswer,
  WithdrawnAnswer,
} from "./api/answers.ts";
import { ClientBody, ReferralBody, WishBody } from "./api/client-body.ts";
import { getClient, postClient } from "./api/clients.ts";
import { HealthAnswer, registrationHealth } from "./api/health.ts";
import { getReferral, getReferrals } from "./api/own-referrals.ts";
import { postQuestion, postWithdrawal } from "./api/questions.ts";
import { addressedRows, postReferral } from "./api/referrals.ts";
import { SearchBody, searchClients } from "./api/search.ts";
import { getWaitingList, WaitingQuery } from "./api/waiting-list.ts";
import type { RegistrationDeps } from "./deps.ts";

const read = { kind: "api", permission: "client:read", about: ownTenant } as const;
const wait = { kind: "api", permission: "waiting-list:read", about: ownTenant } as const;
const register = { kind: "api", permission: "client:register", about: ownTenant } as const;
const refer = { kind: "api", permission: "client:refer", about: addressedRows } as const;
const partner = { kind: "api", permission: "referral:list", about: ownOrganisation } as const;
const open = { kind: "api", open: "says that the service answers, and reads no rows" } as const;

// prettier-ignore
export const apiRoutes: readonly Route<RegistrationDeps>[] = [
  { ...register, method: "POST", path: "/api/registration/clients", handle: postClient, shape: { body: ClientBody, response: Registered }, summary: "Register somebody with a question." },
  { ...read, method: "POST", path: "/api/registration/clients/search", handle: searchClients, shape: { body: SearchBody, response: FoundAnswer }, summary: "Find people by name or number." },
  { ...read, method: "GET", path: "/api/registration/clients/:id", handle: getClient, shape: { response: ClientAnswer }, summary: "One person." },
  { ...register, method: "POST", path: "/api/registration/clients/:id/questions", handle: postQuestion, shape: { body: WishBody, response: AskedQuestion }, summary: "Another question of somebody who is known." },
  { ...register, method: "POST", path: "/api/registration/clients/:id/questions/:question/withdrawal", handle: postWithdrawal, shape: { response: WithdrawnAnswer }, summary: "Take a question off the waiting list." },
  { ...wait, method: "GET", path: "/api/registration/waiting-list", handle: getWaitingList, shape: { query: WaitingQuery, response: WaitingAnswer }, summary: "Who waits, longest first." },
  { ...refer, method: "POST", path: "/api/registration/municipalities/:municipality/referrals", handle: postReferral, shape: { body: ReferralBody, response: Registered }, summary: "Refer somebody to a municipality." },
  { ...partner, method: "GET", path: "/api/registration/referrals", handle: getReferrals, shape: { response: ReferralsAnswer }, summary: "Whom the own organisation referred, newest first." },
  { ...partner, method: "GET", path: "/api/registration/referrals/:question", handle: getReferral, shape: { response: ReferralAnswer }, summary: "One person whom the own organisation referred." },
  { ...open, method: "GET", path: "/api/registration/health", handle: registrationHealth, shape: { response: HealthAnswer }, summary: "Whether this service answers." },
];
