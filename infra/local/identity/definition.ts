import { TemplateError, type Fields } from "../json.ts";
import type { Resource, Template } from "../template/template.ts";

/** Somebody to sign in as: one for each group, and in that group alone. */
export type Persona = { id: string; label: string };

export type ProgramClient = { id: string; scope: string; accessSeconds: number };

export type SiteClient = {
  id: string;
  scopes: string[];
  /** Addresses at the site's origin on AWS. */
  callbacks: string[];
  logouts: string[];
  accessSeconds: number;
  idSeconds: number;
};

/** A user pool as the template describes it. */
export type IdentityDefinition = {
  /** The issuer of its tokens on AWS. */
  issuer: string;
  personas: Persona[];
  sites: SiteClient[];
  programs: ProgramClient[];
};

const SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

const CLIENT_PROPERTIES = [
  "AccessTokenValidity",
  "AllowedOAuthFlows",
  "AllowedOAuthFlowsUserPoolClient",
  "AllowedOAuthScopes",
  "AuthSessionValidity",
  "CallbackURLs",
  "ClientName",
  "EnableTokenRevocation",
  "ExplicitAuthFlows",
  "GenerateSecret",
  "IdTokenValidity",
  "LogoutURLs",
  "PreventUserExistenceErrors",
  "ReadAttributes",
  "RefreshTokenValidity",
  "SupportedIdentityProviders",
  "TokenValidityUnits",
  "UserPoolId",
  "WriteAttributes",
];

function seconds(properties: Fields, token: "AccessToken" | "IdToken"): number {
  const unit = properties.fields("TokenValidityUnits").text(token);
  const length = SECONDS[unit] ?? properties.fail("TokenValidityUnits", `has no unit ${unit}`);
  return properties.number(`${token}Validity`) * length;
}

function readProgram({ reference, properties }: Resource): ProgramClient {
  const [scope, second] = properties.texts("AllowedOAuthScopes");
  if (!properties.flag("GenerateSecret")) properties.fail("GenerateSecret", "is needed");
  return {
    id: reference,
    scope:
      scope !== undefined && second === undefined
        ? scope
        : properties.fail("AllowedOAuthScopes", "is not exactly one"),
    accessSeconds: seconds(properties, "AccessToken"),
  };
}

function readSite({ reference, properties }: Resource): SiteClient {
  if (properties.flag("GenerateSecret")) properties.fail("GenerateSecret", "is not known locally");
  return {
    id: reference,
    scopes: properties.texts("AllowedOAuthScopes"),
    callbacks: properties.texts("CallbackURLs"),
    logouts: properties.texts("LogoutURLs"),
    accessSeconds: seconds(properties, "AccessToken"),
    idSeconds: seconds(properties, "IdToken"),
  };
}

function flow({ properties }: Resource): string {
  const flows = properties.only(...CLIENT_PROPERTIES).texts("AllowedOAuthFlows");
  const [first = "", second] = flows;
  if (second === undefined && ["code", "client_credentials"].includes(first)) return first;
  return properties.fail("AllowedOAuthFlows", `${flows.join(" and ")} is not run locally`);
}

/** The user pool with its groups and clients; undefined when the template has none. */
export function readIdentity(
  template: Pick<Template, "region" | "resources">,
): IdentityDefinition | undefined {
  const [pool, second] = template.resources("AWS::Cognito::UserPool");
  if (!pool) return undefined;
  if (second) throw new TemplateError("more than one user pool is not run locally");
  const clients = template.resources("AWS::Cognito::UserPoolClient");
  return {
    issuer: `https://cognito-idp.${template.region}.amazonaws.com/${pool.reference}`,
    personas: template.resources("AWS::Cognito::UserPoolGroup").map(({ properties }) => ({
      id: properties.text("GroupName"),
      label: properties.text("Description"),
    })),
    sites: clients.filter((client) => flow(client) === "code").map(readSite),
    programs: clients.filter((client) => flow(client) === "client_credentials").map(readProgram),
  };
}
