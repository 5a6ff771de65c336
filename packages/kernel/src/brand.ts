declare const brand: unique symbol;

/** A primitive that passed the check its name stands for; made by a type guard, never by an assertion. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
