import type { IncomingMessage } from "node:http";
import {
  errors,
  type Context,
  type Interaction,
  type Middleware,
  type Provider,
} from "oidc-provider";
import { send, sendProblem } from "./page.ts";
import type { NamedPersona } from "./personas.ts";
import { signInPage } from "./sign-in-page.ts";

export const SIGN_IN_PATH = "/aanmelden/";

const LONGEST_FORM_BYTES = 10_000;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) {
    if (text.length < LONGEST_FORM_BYTES) text += String(chunk);
  }
  return new URLSearchParams(text);
}

/** Forgets who was signed in before: the provider would ask to confirm that with a script. */
async function leaveFormerSession(provider: Provider, { session }: Interaction): Promise<void> {
  const former = session && (await provider.Session.findByUid(session.uid));
  if (!former) return;
  former.accountId = undefined;
  former.authorizations = undefined;
  await former.persist();
}

async function signIn(provider: Provider, ctx: Context, persona: string): Promise<void> {
  const interaction = await provider.interactionDetails(ctx.req, ctx.res);
  const login = { accountId: persona };
  const next = await provider.interactionResult(ctx.req, ctx.res, { login });
  await leaveFormerSession(provider, interaction);
  ctx.redirect(next);
  ctx.status = 303;
}

type SignInOptions = { provider: Provider; personas: NamedPersona[]; siteOrigin: string };

/** The page that stands in for Cognito's own: whoever is chosen is signed in. */
export function signInAsPersona({ provider, personas, siteOrigin }: SignInOptions): Middleware {
  async function answer(ctx: Context): Promise<void> {
    await provider.interactionDetails(ctx.req, ctx.res);
    const isChoice = ctx.method === "POST";
    const chosen = isChoice ? (await readForm(ctx.req)).get("persona") : null;
    const known = personas.find(({ id }) => id === chosen);
    if (known) return signIn(provider, ctx, known.id);
    const { zoek } = ctx.query;
    const search = typeof zoek === "string" ? zoek : "";
    send(ctx, signInPage({ personas, search, unknown: isChoice }), siteOrigin);
  }
  return async (ctx, next) => {
    if (!ctx.path.startsWith(SIGN_IN_PATH)) return next();
    try {
      await answer(ctx);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      sendProblem(ctx, { status: 400, code: error.message }, siteOrigin);
    }
  };
}
