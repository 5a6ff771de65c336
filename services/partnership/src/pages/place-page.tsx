import { liveSession, seenCookie, signInCookie } from "@digihulp/access/session";
import type { LiveSession } from "@digihulp/access/session";
import { html, NO_STORE, postedFields, seeOther } from "@digihulp/web";
import type { Handle, HttpResponse, ScopedContext } from "@digihulp/web";
import { organisationOf, placesOf } from "../sign-in/place-of-work.ts";
import { ownPath } from "../domain/own-path.ts";
import { signInTexts } from "../locale/sign-in.ts";
import type { SignInDeps } from "../sign-in-deps.ts";
import { choosePlace } from "../use-cases/choose-place.ts";
import type { Goal } from "../use-cases/finish-sign-in.ts";
import { PlaceView } from "./place.tsx";
import { nextAddress, signInAddress } from "./sign-in-address.ts";

type Refusal = keyof typeof signInTexts.place.refused;

const goalOf = (naar: string | undefined, draft: string | undefined): Goal => ({
  to: ownPath(naar) ?? "/",
  draft: draft && /^[\w-]{43}$/.test(draft) ? draft : undefined,
});

const STATUS = {
  "signed-out": 409,
  "place-unknown": 422,
  "changed-meanwhile": 409,
  "idempotency-key-reused": 409,
} as const satisfies Record<Refusal, number>;

function page(
  { region }: ScopedContext,
  { session }: LiveSession,
  { refusal, ...goal }: Goal & { readonly refusal?: Refusal },
): HttpResponse {
  const view = (
    <PlaceView
      region={region}
      places={placesOf(region, session.groups)}
      current={session.group}
      to={goal.to}
      draft={goal.draft}
      refused={refusal && signInTexts.place.refused[refusal]}
    />
  );
  return html(refusal ? STATUS[refusal] : 200, view.toString(), NO_STORE);
}

/** GET /werkplek: the places where the member may work. */
export const placePage: Handle<SignInDeps> = (deps) => async (context) => {
  const { query, cookies } = context.request;
  const goal = goalOf(query.get("naar") ?? undefined, query.get("bewaard") ?? undefined);
  const live = await liveSession(deps, cookies);
  return live ? page(context, live, goal) : seeOther(signInAddress({ ...goal, to: "/werkplek" }));
};

/** POST /werkplek: the place chosen, kept in the session; then on to where the member was going. */
export const takePlace: Handle<SignInDeps> = (deps) => async (context) => {
  const { request, region, scope } = context;
  const { naar, bewaard, groep: group = "" } = postedFields(request);
  const goal = goalOf(naar, bewaard);
  const live = await liveSession(deps, request.cookies);
  if (!live) return seeOther(signInAddress(goal));
  const { token } = live.cookie;
  const chosen = await choosePlace(deps)(scope, { region, token, group });
  if (!chosen.ok) return page(context, live, { ...goal, refusal: chosen.refusal.kind });
  return {
    ...seeOther(nextAddress(chosen.value, goal)),
    cookies: [
      signInCookie({ token, organisation: organisationOf(chosen.value) }),
      seenCookie(live.session.sealKey, deps.now()),
    ],
  };
};
