/** Who acts. Somebody who is not known is a visitor; a missing identity never is anything more. */
export type Actor = { readonly kind: "visitor" } | { readonly kind: "job"; readonly name: string };

export type ActorKind = Actor["kind"];

/** Somebody who did not sign in. */
export const VISITOR: Actor = { kind: "visitor" };

/** The system itself, doing one named piece of work for one tenant at a time. */
export const job = (name: string): Actor => ({ kind: "job", name });
