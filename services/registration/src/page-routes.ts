import { ownOrganisation, ownTenant } from "@digihulp/web";
import type { Route } from "@digihulp/web";
import type { RegistrationDeps } from "./deps.ts";
import { askQuestionPost } from "./pages/ask-question-post.ts";
import { deskPage, findClientsPost } from "./pages/desk-page.tsx";
import { listReferralsPage } from "./pages/list-referrals-page.tsx";
import { referClientPage, referClientPost } from "./pages/refer-client-page.tsx";
import { registerClientPage, registerClientPost } from "./pages/register-client-page.tsx";
import { seeClientPage } from "./pages/see-client-page.tsx";
import { seeReferralPage } from "./pages/see-referral-page.tsx";
import { waitingListPage } from "./pages/waiting-list-page.tsx";
import { withdrawQuestionPost } from "./pages/withdraw-question-post.ts";

const read = { kind: "page", permission: "client:read", about: ownTenant } as const;
const wait = { kind: "page", permission: "waiting-list:read", about: ownTenant } as const;
const register = { kind: "page", permission: "client:register", about: ownTenant } as const;
// To whom a partner may refer is decided per municipality, once it is chosen.
const partner = { kind: "page", permission: "referral:list", about: ownOrganisation } as const;

// prettier-ignore
export const pageRoutes: readonly Route<RegistrationDeps>[] = [
  { ...read, method: "GET", path: "/registratie", handle: deskPage, summary: "Who stands before you, and who waits." },
  { ...read, method: "POST", path: "/registratie", handle: findClientsPost, summary: "Find people by name or number." },
  { ...wait, method: "GET", path: "/registratie/wachtlijst", handle: waitingListPage, summary: "Everybody who waits, longest first." },
  { ...register, method: "GET", path: "/registratie/nieuw", handle: registerClientPage, summary: "A form for somebody new." },
  { ...register, method: "POST", path: "/registratie/nieuw", handle: registerClientPost, summary: "Register somebody with a question." },
  { ...read, method: "GET", path: "/registratie/persoon/:id", handle: seeClientPage, summary: "One person." },
  { ...register, method: "POST", path: "/registratie/persoon/:id/vraag", handle: askQuestionPost, summary: "Another question of somebody who is known." },
  { ...register, method: "POST", path: "/registratie/persoon/:id/vraag/:question/intrekken", handle: withdrawQuestionPost, summary: "Take a question off the waiting list." },
  { ...partner, method: "GET", path: "/registratie/toeleiden", handle: referClientPage, summary: "A form to refer somebody." },
  { ...partner, method: "POST", path: "/registratie/toeleiden", handle: referClientPost, summary: "Refer somebody to a municipality." },
  { ...partner, method: "GET", path: "/registratie/toegeleid", handle: listReferralsPage, summary: "Whom the own organisation referred." },
  { ...partner, method: "GET", path: "/registratie/toegeleid/:question", handle: seeReferralPage, summary: "One person whom the own organisation referred." },
];
