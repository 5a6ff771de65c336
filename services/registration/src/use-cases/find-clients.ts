import type { Scope } from "@digihulp/access";
import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { lengthOf, oneLine } from "../domain/clean-text.ts";
import { isSearchable, MOST_TYPED } from "../domain/search.ts";
import type { Known, Register } from "../store/register.ts";

type Deps = { readonly register: Register };
export type FindRefusal = { readonly kind: "nothing-to-search" | "too-much-to-search" };

/** People of the municipality who are meant by a name or a telephone number, with what tells them apart. */
export const findClients =
  ({ register }: Deps) =>
  async (scope: Scope, typed: string): Promise<Result<readonly Known[], FindRefusal>> => {
    const text = oneLine(typed);
    if (!isSearchable(text)) return refuse({ kind: "nothing-to-search" });
    if (lengthOf(text) > MOST_TYPED) return refuse({ kind: "too-much-to-search" });
    return accept(await register.known(scope, await register.named(scope, text)));
  };
