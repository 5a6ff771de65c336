import type { IdentityDefinition } from "./definition.ts";
import { loadKeys } from "./keys.ts";
import { listen, type Listening } from "./listen.ts";
import { nameAll } from "./personas.ts";
import { Tokens } from "./tokens.ts";

export type IdentityOptions = {
  definition: IdentityDefinition;
  /** Where the site answers on this machine, such as http://localhost:3000. */
  siteOrigin: string;
  /** Undefined or 0: a free port. */
  port?: number | undefined;
  /** The time of what is issued, in milliseconds since 1970; the real time unless given. */
  now?: (() => number) | undefined;
  /** Folder that keeps the signing keys, so that tokens and sessions outlive a restart. */
  dataFolder?: string | undefined;
};

export type LocalIdentity = { issuer: string; stop(): Promise<void> };

async function serve(
  listening: Listening,
  { definition, siteOrigin, now = Date.now, dataFolder }: IdentityOptions,
): Promise<LocalIdentity> {
  const issuer = `http://localhost:${listening.port}`;
  const [keys, { createProvider, letProgramsIn }, { signInAsPersona }, { signOutAtOnce }] =
    await Promise.all([
      loadKeys(dataFolder),
      import("./provider.ts"),
      import("./sign-in.ts"),
      import("./sign-out.ts"),
    ]);
  const { issueAsCognito } = await import("./cognito-tokens.ts");
  const personas = nameAll(definition.personas);
  const tokens = new Tokens(issuer, { keys, now });
  const provider = createProvider({ issuer, siteOrigin, definition, personas, keys });
  letProgramsIn(provider, definition, tokens);
  provider.on("server_error", (_ctx, error) => console.error(error));
  provider
    .use(issueAsCognito({ sites: definition.sites, personas, tokens }))
    .use(signOutAtOnce({ provider, siteOrigin }))
    .use(signInAsPersona({ provider, personas, siteOrigin }));
  listening.serve(provider.callback());
  return { issuer, stop: () => listening.stop() };
}

/** Stands in for Cognito on this machine: the same groups, clients, scopes and tokens, and a page with personas. */
export async function startIdentity(options: IdentityOptions): Promise<LocalIdentity> {
  const listening = await listen(options.port ?? 0);
  try {
    return await serve(listening, options);
  } catch (error) {
    await listening.stop();
    throw error;
  }
}
