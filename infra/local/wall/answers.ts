import { randomUUID } from "node:crypto";

export type Answer = { status: number; type: string; body: string | Buffer };

/** A fault in the shape of DynamoDB's JSON protocol. */
export function jsonFault(name: string, message: string, status = 400): Answer {
  const body = JSON.stringify({ __type: `com.amazon.coral.service#${name}`, Message: message });
  return { status, type: "application/x-amz-json-1.0", body };
}

const xmlSigns: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => xmlSigns[sign] ?? sign);

const namespace = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';

/** A fault in the shape of STS's query protocol. */
export function xmlFault(code: string, message: string, status = 403): Answer {
  const error = `<Type>Sender</Type><Code>${code}</Code><Message>${xmlText(message)}</Message>`;
  const id = `<RequestId>${randomUUID()}</RequestId>`;
  const body = `<ErrorResponse ${namespace}><Error>${error}</Error>${id}</ErrorResponse>`;
  return { status, type: "text/xml", body };
}

/** The answer of an STS action; `result` is XML already. */
export function xmlAnswer(action: string, result: string): Answer {
  const inner = `<${action}Result>${result}</${action}Result>`;
  const id = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const body = `<${action}Response ${namespace}>${inner}${id}</${action}Response>`;
  return { status: 200, type: "text/xml", body };
}

/** AWS's wording of a refusal. */
export function notAuthorized(who: string, action: string, resource: string): string {
  return `User: ${who} is not authorized to perform: ${action} on resource: ${resource}`;
}
