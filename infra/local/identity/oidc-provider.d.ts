/** The part of oidc-provider that is used here; the package brings no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

  export type Payload = Record<string, unknown>;

  export type Stored = {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(code: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  };

  export type Code = {
    accountId: string;
    /** Seconds since 1970. */
    authTime: number;
    nonce?: string;
    scope: string;
  };

  export type Session = {
    uid: string;
    accountId: string | undefined;
    authorizations: object | undefined;
    grantIdFor(clientId: string): string | undefined;
    persist(): Promise<void>;
    destroy(): Promise<void>;
  };

  export type OidcContext = {
    route: string;
    client: { clientId: string };
    params: Record<string, string | undefined>;
    session: Session;
    result?: { consent?: { grantId?: string } };
    entities: { AuthorizationCode?: Code };
  };

  export type Context = {
    req: IncomingMessage;
    res: ServerResponse;
    method: string;
    path: string;
    query: Record<string, string | string[] | undefined>;
    status: number;
    body: unknown;
    cookies: { set(name: string, value: null, options: object): void };
    set(header: string, value: string): void;
    redirect(url: string): void;
    /** Set by the provider; before it, and on paths that are none of its own, undefined. */
    oidc?: OidcContext;
  };

  /** What the hooks of the provider get: by then it has set `oidc`. */
  export type Answered = Context & { oidc: OidcContext };

  export type Middleware = (ctx: Context, next: () => Promise<void>) => Promise<void>;

  export type Interaction = { uid: string; session?: { uid: string; accountId: string } };

  export class Grant {
    constructor(of: { accountId: string | undefined; clientId: string });
    static find(id: string): Promise<Grant | undefined>;
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: typeof Grant;
    readonly Session: { findByUid(uid: string): Promise<Session | undefined> };
    use(middleware: Middleware): this;
    on(event: "server_error", listener: (ctx: Context, error: Error) => void): this;
    callback(): RequestListener;
    cookieName(of: "session"): string;
    interactionDetails(req: IncomingMessage, res: ServerResponse): Promise<Interaction>;
    /** Answers where the browser goes next. */
    interactionResult(req: IncomingMessage, res: ServerResponse, result: object): Promise<string>;
    registerGrantType(
      name: string,
      handler: (ctx: Answered) => Promise<void>,
      parameters: string[],
    ): void;
  }

  export const errors: {
    InvalidScope: new (description: string, scope: string) => Error;
    SessionNotFound: new (...parameters: never) => Error;
  };

  export const interactionPolicy: { base(): { remove(prompt: string): void } };
}
