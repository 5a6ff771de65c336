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
  say(line: string): void;
};

/** The site's origins on AWS; an identity provider's issuer would stand here as well. */
function addressesOf({ distributions }: Application, siteOrigin: string): AddressBook {
  const names = distributions.flatMap(({ domain, aliases }) => [domain, ...aliases]);
  return new Map(names.map((name) => [`https://${name}`, siteOrigin]));
}

export function startFunctions(surroundings: FunctionSurroundings): Functions {
  const { backend, clock, say, siteOrigin } = surroundings;
  const { application, folders, wall } = backend;
  return createFunctions({
    definitions: application.functions,
    region: application.region,
    endpoint: wall.endpoint,
    addresses: addressesOf(application, siteOrigin),
    credentialsFor: (roleArn) => wall.credentialsFor(roleArn),
    logFolder: folders.logs,
    say,
    clockShift: clock.shift,
  });
}
