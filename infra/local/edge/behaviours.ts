import { TemplateError } from "../json.ts";
import type { Behaviour, DistributionDefinition } from "../template/distribution.ts";

function pathPattern(pattern: string): RegExp {
  const source = pattern
    .replace(/^\/?/, "/")
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s");
}

/** The first behaviour whose path pattern fits; the default one fits every path. */
export function behaviourFinder(distribution: DistributionDefinition): (path: string) => Behaviour {
  const compiled = distribution.behaviours.map((behaviour) => ({
    behaviour,
    fits: behaviour.pattern === undefined ? /^/ : pathPattern(behaviour.pattern),
  }));
  return (path) => {
    const found = compiled.find(({ fits }) => fits.test(path));
    if (!found) throw new TemplateError(`${distribution.id} has no default behaviour`);
    return found.behaviour;
  };
}
