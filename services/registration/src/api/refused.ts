import { NOT_FOUND, problem } from "@digihulp/web";
import type { Answer } from "@digihulp/web";
import { refusalTitles } from "../locale/refusals.ts";
import type { Refusal } from "../locale/refusals.ts";

/** What a refusal becomes for programs: 404 for what is not there, else 409, with whom it is about. */
export function refused(refusal: Refusal): Answer {
  const { kind } = refusal;
  if (kind === "unknown-client" || kind === "unknown-question") return NOT_FOUND;
  const title = refusalTitles[kind];
  if (kind !== "possible-duplicate") return { kind: "conflict", code: kind, title };
  const issues = refusal.people.map((id) => ({ field: "notSameAs", message: id }));
  return problem({ status: 409, code: kind, title, issues });
}
