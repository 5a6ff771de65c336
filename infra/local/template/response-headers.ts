import type { Fields } from "../json.ts";
import type { Template } from "./template.ts";

export type ResponseHeader = { name: string; value: string; overrides: boolean };
export type ResponseHeadersPolicy = { set: ResponseHeader[]; remove: string[] };

type Security = [section: string, header: string, value: (section: Fields) => string];

function strictTransport(section: Fields): string {
  const parts = [`max-age=${section.number("AccessControlMaxAgeSec")}`];
  if (section.flag("IncludeSubdomains")) parts.push("includeSubDomains");
  if (section.flag("Preload")) parts.push("preload");
  return parts.join("; ");
}

function crossSiteScripting(section: Fields): string {
  if (!section.flag("Protection")) return "0";
  return section.flag("ModeBlock") ? "1; mode=block" : "1";
}

const SECURITY: Security[] = [
  [
    "ContentSecurityPolicy",
    "content-security-policy",
    (section) => section.text("ContentSecurityPolicy"),
  ],
  ["ContentTypeOptions", "x-content-type-options", () => "nosniff"],
  ["FrameOptions", "x-frame-options", (section) => section.text("FrameOption")],
  ["ReferrerPolicy", "referrer-policy", (section) => section.text("ReferrerPolicy")],
  ["StrictTransportSecurity", "strict-transport-security", strictTransport],
  ["XSSProtection", "x-xss-protection", crossSiteScripting],
];

function securityHeaders(config: Fields): ResponseHeader[] {
  const sections = config.optionalFields("SecurityHeadersConfig");
  if (!sections) return [];
  sections.only(...SECURITY.map(([section]) => section));
  return SECURITY.flatMap(([name, header, value]) => {
    const section = sections.optionalFields(name);
    if (!section) return [];
    return [{ name: header, value: value(section), overrides: section.flag("Override") }];
  });
}

function customHeaders(config: Fields): ResponseHeader[] {
  const items = config.optionalFields("CustomHeadersConfig")?.each("Items") ?? [];
  return items.map((item) => ({
    name: item.text("Header").toLowerCase(),
    value: item.text("Value"),
    overrides: item.flag("Override"),
  }));
}

function readPolicy(config: Fields): ResponseHeadersPolicy {
  config.only(
    "Comment",
    "CustomHeadersConfig",
    "Name",
    "RemoveHeadersConfig",
    "SecurityHeadersConfig",
  );
  const removed = config.optionalFields("RemoveHeadersConfig")?.each("Items") ?? [];
  return {
    set: [...securityHeaders(config), ...customHeaders(config)],
    remove: removed.map((item) => item.text("Header").toLowerCase()),
  };
}

/** The template's response headers policies, by id. */
export function readResponseHeaders(template: Template): Map<string, ResponseHeadersPolicy> {
  return new Map(
    template
      .resources("AWS::CloudFront::ResponseHeadersPolicy")
      .map((policy) => [
        policy.reference,
        readPolicy(policy.properties.fields("ResponseHeadersPolicyConfig")),
      ]),
  );
}
