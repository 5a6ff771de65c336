import { LARGEST_BODY } from "@digihulp/web";
import type { Context, Route } from "@digihulp/web";
import { resumePage } from "./pages/resume-page.tsx";
import { placePage, takePlace } from "./pages/place-page.tsx";
import { keepAndSignIn, signInPage } from "./pages/sign-in-page.ts";
import { signInReturnPage } from "./pages/sign-in-return-page.tsx";
import { signOut } from "./pages/sign-out-page.ts";
import type { SignInDeps } from "./sign-in-deps.ts";
import { RETURN_PATH } from "./sign-in/issuer.ts";

const about = ({ region }: Context) => ({ kind: "session", region: region.id }) as const;
const keep = { kind: "page", permission: "session:keep", about } as const;
// A kept form is encoded once more on its way here: three bytes for one, and the rest of this form.
const KEPT_FORM = 3 * LARGEST_BODY + 4_096;
const get = { ...keep, method: "GET" } as const;
const post = { ...keep, method: "POST" } as const;

// prettier-ignore
export const signInRoutes: readonly Route<SignInDeps>[] = [
  { ...get, path: "/aanmelden", handle: signInPage, summary: "Starts a sign-in." },
  { ...post, path: "/aanmelden", handle: keepAndSignIn, largestBody: KEPT_FORM, summary: "Starts a sign-in and keeps a form meanwhile." },
  { ...get, path: RETURN_PATH, handle: signInReturnPage, summary: "Finishes a sign-in." },
  { ...get, path: "/aanmelden/verder", handle: resumePage, summary: "Gives a kept form back." },
  { ...post, path: "/afmelden", handle: signOut, summary: "Ends the session." },
  { ...get, path: "/werkplek", handle: placePage, summary: "The places where the member may work." },
  { ...post, path: "/werkplek", handle: takePlace, summary: "Chooses a place of work." },
];
