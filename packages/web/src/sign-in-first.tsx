import { RULES } from "@digihulp/access";
import type { Permission } from "@digihulp/access";
import { NOT_FOUND } from "./failure.ts";
import { html, NO_STORE, seeOther } from "./http.ts";
import { SignInAgainView } from "./look/sign-in-again.tsx";
import type { Answer, Context } from "./route.ts";

type Asked = { readonly permission: Permission; readonly kind: "page" | "feed" | "api" };

const isForMembers = (permission: Permission): boolean =>
  RULES.some(
    ({ permission: known, who }) => known === permission && who.some((one) => one !== "job"),
  );

/**
 * What a visitor gets where only members may come: the way to sign in and back. A form that was filled
 * in when the session ended goes along, so that nothing typed is lost.
 */
export function signInFirst({ permission, kind }: Asked, { request, region }: Context): Answer {
  if (!isForMembers(permission)) return NOT_FOUND;
  if (kind !== "page") return { kind: "unauthorized" };
  if (request.method !== "GET" && request.method !== "HEAD") {
    const view = <SignInAgainView region={region} path={request.path} body={request.body} />;
    return html(401, view.toString(), NO_STORE);
  }
  const query = request.query.toString();
  const back = query === "" ? request.path : `${request.path}?${query}`;
  return seeOther(`/aanmelden?${new URLSearchParams({ naar: back }).toString()}`);
}
