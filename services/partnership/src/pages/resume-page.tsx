import { membershipOfGroup } from "@digihulp/access";
import { liveSession } from "@digihulp/access/session";
import { homeOf, html, NO_STORE, seeOther } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import { placesOf } from "../sign-in/place-of-work.ts";
import type { SignInDeps } from "../sign-in-deps.ts";
import { browserOf } from "../sign-in/browser-cookie.ts";
import { showDraft } from "../use-cases/show-draft.ts";
import { DraftGoneView, ResumeView } from "./resume.tsx";
import { placeAddress, signInAddress } from "./sign-in-address.ts";

/** GET /aanmelden/verder: the form that was kept, for who wrote it and in the browser it was written in. */
export const resumePage: Handle<SignInDeps> =
  (deps) =>
  async ({ request, region, scope }) => {
    const { cookies, query } = request;
    const goal = { to: "/", draft: query.get("bewaard") ?? "" };
    const live = await liveSession(deps, cookies);
    const { group = "", groups = [], member } = live?.session ?? {};
    const membership = membershipOfGroup(region, group);
    if (!live || !member) return seeOther(signInAddress(goal));
    if (!membership) return seeOther(placeAddress(goal));

    const asked = { id: goal.draft, browser: browserOf(cookies), member };
    const draft = await showDraft(deps)(scope, asked);
    if (!draft) {
      const view = <DraftGoneView region={region} home={homeOf(membership)} />;
      return html(404, view.toString(), NO_STORE);
    }
    const view = (
      <ResumeView
        region={region}
        path={draft.path}
        fields={[...new URLSearchParams(draft.body)]}
        place={placesOf(region, [group])[0]?.label ?? ""}
        otherPlace={groups.length > 1 ? placeAddress(goal) : undefined}
      />
    );
    return html(200, view.toString(), NO_STORE);
  };
