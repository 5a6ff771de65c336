import type { AddressBook } from "../address-book.ts";
import type { Clock } from "../clock.ts";
import { createFunctions, type Functions } from "../functions.ts";
import type { Application } from "../template/application.ts";
import type { Backend } from "./backend.ts";

export type FunctionSurroundings = {
  backend: Backend;
  clock: Clock;
  /** Where the site answers locally. */
  siteOrigin: string;
  /** Who signs tokens locally. */
  issuer: string | undefined;
  say(line: string): void;
};

/** The site's origins and the issuer of tokens on AWS, and where they answer locally. */
function addressesOf(
  { distributions, identity }: Application,
  { siteOrigin, issuer }: FunctionSurroundings,
): AddressBook {
  const names = distributions.flatMap(({ domain, aliases }) => [domain, ...aliases]);
  const book = new Map(names.map((name) => [`https://${name}`, siteOrigin]));
  if (identity && issuer !== undefined) book.set(identity.issuer, issuer);
  return book;
}

export function startFunctions(surroundings: FunctionSurroundings): Functions {
  const { backend, clock, say } = surroundings;
  const { application, folders, wall } = backend;
  return createFunctions({
    definitions: application.functions,
    region: application.region,
    endpoint: wall.endpoint,
    addresses: addressesOf(application, surroundings),
    credentialsFor: (roleArn) => wall.credentialsFor(roleArn),
    logFolder: folders.logs,
    say,
    get clockShift() {
      return clock.shift;
    },
  });
}
