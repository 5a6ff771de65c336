import { notAuthorized, xmlAnswer, xmlFault, xmlText, type Answer } from "./answers.ts";
import type { Context } from "./context-keys.ts";
import { judge } from "./iam.ts";
import type { Role } from "./roles.ts";
import type { Session, Sessions } from "./sessions.ts";
import { readAssumption, type Assumption } from "./sts-request.ts";

export type Sts = (caller: Session, form: URLSearchParams) => Answer;
export type StsWorld = { roles: ReadonlyMap<string, Role>; sessions: Sessions; now: () => number };

function contextOf(caller: Session, { tags }: Assumption): Context {
  const asked = [...tags].map(([key, value]): [string, string[]] => [
    `aws:requesttag/${key.toLowerCase()}`,
    [value],
  ]);
  return new Map([...caller.context, ...asked, ["aws:tagkeys", [...tags.keys()]]]);
}

/** The first action that the caller's policies or the role's trust policy do not allow. */
function missingPermission(
  caller: Session,
  role: Role | undefined,
  assumption: Assumption,
): string | undefined {
  const context = contextOf(caller, assumption);
  const principal = { kind: "role" as const, arn: caller.role.arn, account: caller.role.account };
  const actions = ["sts:AssumeRole", ...(assumption.tags.size > 0 ? ["sts:TagSession"] : [])];
  return actions.find((action) => {
    const question = { action, resource: assumption.roleArn, context };
    const mayAsk = judge(caller.role.identity, question) === "allowed";
    const isTrusted = judge(role?.trust ?? [], { ...question, principal }) === "allowed";
    return !(mayAsk && isTrusted);
  });
}

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;

function credentialsXml(session: Session, expires: number): string {
  const credentials =
    element("AccessKeyId", session.accessKeyId) +
    element("SecretAccessKey", session.secretAccessKey) +
    element("SessionToken", session.sessionToken) +
    element("Expiration", new Date(expires).toISOString());
  const user = element("AssumedRoleId", "AROALOCAL:session") + element("Arn", session.arn);
  return `<Credentials>${credentials}</Credentials><AssumedRoleUser>${user}</AssumedRoleUser>`;
}

function assumeRole(caller: Session, form: URLSearchParams, world: StsWorld): Answer {
  const assumption = readAssumption(form);
  if (typeof assumption === "string") return xmlFault("ValidationError", assumption, 400);
  const role = world.roles.get(assumption.roleArn);
  const missing = missingPermission(caller, role, assumption);
  if (missing !== undefined || role === undefined) {
    const refused = missing ?? "sts:AssumeRole";
    return xmlFault("AccessDenied", notAuthorized(caller.arn, refused, assumption.roleArn));
  }
  const expires = world.now() + assumption.seconds * 1000;
  const session = world.sessions.open({
    role,
    name: assumption.sessionName,
    tags: assumption.tags,
    expires,
  });
  return xmlAnswer("AssumeRole", credentialsXml(session, expires));
}

function callerIdentity(caller: Session): Answer {
  const identity =
    element("Arn", caller.arn) +
    element("UserId", "AROALOCAL:session") +
    element("Account", caller.role.account);
  return xmlAnswer("GetCallerIdentity", identity);
}

/** AssumeRole and GetCallerIdentity; everything else is refused. */
export function createSts(world: StsWorld): Sts {
  return (caller, form) => {
    const action = form.get("Action") ?? "";
    if (action === "AssumeRole") return assumeRole(caller, form, world);
    if (action === "GetCallerIdentity") return callerIdentity(caller);
    return xmlFault("AccessDenied", notAuthorized(caller.arn, `sts:${action}`, "*"));
  };
}
