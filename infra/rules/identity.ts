import {
  at,
  breaches,
  flat,
  isObject,
  type Json,
  list,
  name,
  ofType,
  type Resource,
  same,
  text,
} from "./resources.ts";

/** Whoever signs the tokens that somebody believes is reached over https only. */
export function issuersAreEncrypted(resources: Resource[]): string[] {
  return resources.flatMap((resource) =>
    named(resource.properties, /issuer/i)
      .filter((value) => !flat(value).startsWith("https://"))
      .map((value) => `${name(resource)} believes tokens of ${flat(value)}`),
  );
}

/** A program acts for one municipality or organisation, its own, and for nobody in a second way. */
export function programsHaveOneScope(resources: Resource[]): string[] {
  const known = new Set(ofType(resources, "AWS::Cognito::UserPoolResourceServer").flatMap(scopes));
  return programs(resources).flatMap((client) => {
    const { ClientName, AllowedOAuthScopes, AllowedOAuthFlows, GenerateSecret } = client.properties;
    const [scope = "", second] = list(AllowedOAuthScopes).map(text);
    return breaches(client, {
      "has more than one scope": second !== undefined,
      "has a scope of another": !scope.endsWith(`/${text(ClientName)}`),
      "has a scope that nobody defined": !known.has(scope),
      "lets people sign in too": !same(AllowedOAuthFlows, ["client_credentials"]),
      "has no secret": GenerateSecret !== true,
    });
  });
}

/** The portal learns who somebody is and nothing else, by a code that goes to its own address. */
export function sitesSignInByCode(resources: Resource[]): string[] {
  return sites(resources).flatMap((client) => {
    const { properties } = client;
    const addresses = [...list(properties["CallbackURLs"]), ...list(properties["LogoutURLs"])].map(
      flat,
    );
    return breaches(client, {
      "asks for more than who somebody is": !same(properties["AllowedOAuthScopes"], ["openid"]),
      "hands tokens to the browser": !same(properties["AllowedOAuthFlows"], ["code"]),
      "keeps a secret": properties["GenerateSecret"] !== false,
      "reads more than a name": !same(properties["ReadAttributes"], ["name"]),
      "sends codes in the clear": addresses.some((address) => !address.startsWith("https://")),
      "sends codes anywhere": addresses.length < 2 || addresses.some((each) => each.includes("*")),
    });
  });
}

/** Cognito allows three ways with a password where a client names no way at all. */
export function clientsTakeNoPasswords(resources: Resource[]): string[] {
  return ofType(resources, "AWS::Cognito::UserPoolClient").flatMap((client) => {
    const ways = list(client.properties["ExplicitAuthFlows"]).map(text);
    const refused = ways.filter((way) => /PASSWORD|SRP|CUSTOM|ADMIN/.test(way));
    return breaches(client, {
      "names no way to sign in": ways.length === 0,
      [`takes ${refused.join(" and ")}`]: refused.length > 0,
    });
  });
}

/** A client is known to people, and on one machine to programs as well, by its name. */
export function clientsHaveNamesOfTheirOwn(resources: Resource[]): string[] {
  const clients = ofType(resources, "AWS::Cognito::UserPoolClient");
  const names = clients.map(({ properties }) => text(properties["ClientName"]));
  return clients.flatMap((client, index) =>
    breaches(client, {
      "has no name": names[index] === "",
      "is called as another": names.indexOf(names[index] ?? "") !== index,
    }),
  );
}

/** People are enrolled, and nobody sets a password alone; codes are mailed where data is kept. */
export const directoriesAreClosed =
  ({ keptToo }: { keptToo: boolean }) =>
  (resources: Resource[]): string[] =>
    ofType(resources, "AWS::Cognito::UserPool").flatMap((pool) => {
      const { properties } = pool;
      const ways = at(properties, "Policies", "SignInPolicy", "AllowedFirstAuthFactors");
      const recovery = at(properties, "AccountRecoverySetting", "RecoveryMechanisms");
      return breaches(pool, {
        "lets anybody enrol":
          at(properties, "AdminCreateUserConfig", "AllowAdminCreateUserOnly") !== true,
        "lets people set a password": list(recovery).some(
          (way) => at(way, "Name") !== "admin_only",
        ),
        "takes a passkey without its owner": properties["WebAuthnUserVerification"] !== "required",
        "can be deleted": keptToo && properties["DeletionProtection"] !== "ACTIVE",
        "mails no codes": keptToo && !list(ways).includes("EMAIL_OTP"),
      });
    });

function programs(resources: Resource[]): Resource[] {
  const site = new Set(sites(resources));
  return ofType(resources, "AWS::Cognito::UserPoolClient").filter((client) => !site.has(client));
}

function sites(resources: Resource[]): Resource[] {
  return ofType(resources, "AWS::Cognito::UserPoolClient").filter(
    ({ properties }) => list(properties["CallbackURLs"]).length > 0,
  );
}

function scopes({ properties }: Resource): string[] {
  return list(properties["Scopes"]).map(
    (scope) => `${text(properties["Identifier"])}/${text(at(scope, "ScopeName"))}`,
  );
}

function named(value: Json, pattern: RegExp): Json[] {
  if (Array.isArray(value)) return value.flatMap((each) => named(each, pattern));
  return Object.entries(isObject(value) ? value : {}).flatMap(([key, each]) =>
    pattern.test(key) ? [each] : named(each, pattern),
  );
}
