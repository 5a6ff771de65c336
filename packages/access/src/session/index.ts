export * from "./cookies.ts";
export * from "./identify.ts";
export * from "./live-session.ts";
export * from "./member-identity.ts";
export * from "./session-store.ts";
export * from "./token.ts";
export * from "./trusted-issuer.ts";
