import { attributesOf, selectOf } from "./attributes.ts";
import type { Context } from "./context-keys.ts";
import { judge, type Verdict } from "./iam.ts";
import type { Access } from "./operations.ts";
import type { Session } from "./sessions.ts";
import { field, unique } from "./shape.ts";

export type Decide = (session: Session, access: Access) => Decision;
export type Decision = { action: string; resource: string; verdict: Verdict };
export type Place = { region: string; account: string };

const remembered = 20_000;
const reads = new Set(["GetItem", "BatchGetItem", "Query"]);
const returningWrites = new Set(["PutItem", "UpdateItem", "DeleteItem"]);

/** The table's ARN; an ARN given in place of a name stands for itself. */
export function resourceOf({ region, account }: Place, table: string, index?: string): string {
  const arn = table.startsWith("arn:")
    ? table
    : `arn:aws:dynamodb:${region}:${account}:table/${table}`;
  return index === undefined ? arn : `${arn}/index/${index}`;
}

function returnValuesOf(access: Access): string {
  const [input = {}] = access.inputs;
  const value = field(input, "ReturnValues");
  return typeof value === "string" ? value : "NONE";
}

/** Works out only the keys that the role's policies read: the others cannot change the answer. */
function requestContext(access: Access, read: ReadonlySet<string>): [string, readonly string[]][] {
  const { action, keys, inputs, enclosing } = access;
  const context: [string, readonly string[]][] = [];
  const add = (key: string, value: () => readonly string[]): void => {
    if (read.has(key)) context.push([key, value()]);
  };
  if (keys !== undefined) add("dynamodb:leadingkeys", () => keys);
  add("dynamodb:attributes", () => unique(inputs.flatMap(attributesOf)));
  if (reads.has(action)) add("dynamodb:select", () => [selectOf(inputs[0] ?? {})]);
  if (returningWrites.has(action)) add("dynamodb:returnvalues", () => [returnValuesOf(access)]);
  if (enclosing !== undefined) add("dynamodb:enclosingoperation", () => [enclosing]);
  return context;
}

/**
 * Decides accesses and remembers the answers. Exact, because an answer depends on nothing but what
 * is in its key: policies that read a clock or an address are refused when they load.
 */
export function createDecide(place: Place): Decide {
  const answers = new Map<string, Verdict>();
  return (session, access) => {
    const action = `dynamodb:${access.action}`;
    const resource = resourceOf(place, access.table, access.index);
    const asked = requestContext(access, session.role.reads);
    const key = session.signature + JSON.stringify([action, resource, asked]);
    let verdict = answers.get(key);
    if (verdict === undefined) {
      const context: Context = new Map([...session.context, ...asked]);
      verdict = judge(session.role.identity, { action, resource, context });
      if (answers.size >= remembered) answers.clear();
      answers.set(key, verdict);
    }
    return { action, resource, verdict };
  };
}
