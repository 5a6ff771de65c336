import type { SourceFile } from "./source-files.ts";

/** What each package may import of the others; a package that is not listed may import none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  region: ["kernel"],
  access: ["kernel", "region"],
  events: ["kernel", "region", "access"],
  store: ["kernel", "region", "access", "events"],
  people: ["kernel", "region", "access", "store"],
  web: ["kernel", "region", "access"],
  testing: ["kernel", "region", "access", "events", "store"],
};

/** Sessions are rows, and the store needs scopes: the one folder of a package that looks the other way. */
const EXTRA: Readonly<Record<string, readonly string[]>> = {
  "packages/access/src/session": ["store"],
};
const folder = (path: string): string => path.slice(0, path.lastIndexOf("/"));

const isTest = (path: string): boolean =>
  /\.test\.tsx?$|(^|\/)(fixture|examples|[a-z-]+-examples)\.tsx?$|\/testing\//.test(path) ||
  path.startsWith("test/");
const ownPackage = (target: string): string | undefined => /^@digihulp\/([a-z]+)/.exec(target)?.[1];

export type Violation = string;
export type ArchitectureRule = {
  readonly says: string;
  readonly check: (file: SourceFile) => Violation[];
};

const from = (path: string): string => /^(packages|services)\/([a-z]+)\//.exec(path)?.[2] ?? "";

const packagesImportDownwards: ArchitectureRule = {
  says: "a package imports only the packages below it",
  check: ({ path, imports }) => {
    if (!path.startsWith("packages/") || isTest(path)) return [];
    const allowed = new Set([
      ...(PACKAGES[from(path)] ?? []),
      ...(EXTRA[folder(path)] ?? []),
      from(path),
    ]);
    return imports
      .map((target) => ownPackage(target) ?? (target.startsWith("services/") ? "a service" : ""))
      .filter((target) => target !== "" && !allowed.has(target));
  },
};

const servicesStandAlone: ArchitectureRule = {
  says: "a service imports no other service and nothing of infra",
  check: ({ path, imports }) =>
    path.startsWith("services/")
      ? imports.filter(
          (target) =>
            target.startsWith("@digihulp/service-") ||
            target.startsWith("infra/") ||
            (target.startsWith("services/") && from(target) !== from(path)),
        )
      : [],
};

const DOMAIN_LIBRARIES = ["rrule-temporal", "temporal-polyfill", "zod/mini"];
const domainIsPure: ArchitectureRule = {
  says: "a domain imports only the kernel, the region and itself",
  check: ({ path, imports }) =>
    /^services\/\w+\/src\/domain\//.test(path) && !isTest(path)
      ? imports.filter(
          (target) =>
            !target.startsWith(path.slice(0, path.lastIndexOf("/"))) &&
            !["kernel", "region"].includes(ownPackage(target) ?? "") &&
            !DOMAIN_LIBRARIES.includes(target),
        )
      : [],
};

const localReadsTheTemplate: ArchitectureRule = {
  says: "infra/local imports nothing of the rest: it reads the synthesized output alone",
  check: ({ path, imports }) =>
    path.startsWith("infra/local/")
      ? imports.filter(
          (target) =>
            target.startsWith("@digihulp/") ||
            /^(services|packages)\//.test(target) ||
            (target.startsWith("infra/") && !target.startsWith("infra/local/")),
        )
      : [],
};

const infraKnowsNoCode: ArchitectureRule = {
  says: "infra names services by path and imports none of their code",
  check: ({ path, imports }) =>
    // What infra/bundles holds of code is text: programs that the build bundles and runs apart.
    path.startsWith("infra/") && !path.startsWith("infra/bundles/")
      ? imports.filter(
          (target) => target.startsWith("@digihulp/") || /^(services|packages)\//.test(target),
        )
      : [],
};

const environmentIsParsedOnce: ArchitectureRule = {
  says: "only a composition root reads the environment",
  check: ({ path, text }) =>
    /^(services|packages)\//.test(path) &&
    !isTest(path) &&
    !/(^|\/|-)lambda(-credentials)?\.ts$/.test(path) &&
    text.includes("process.env")
      ? ["process.env"]
      : [],
};

const todayIsAnArgument: ArchitectureRule = {
  says: "domain and use cases never read the clock",
  check: ({ path, text }) =>
    /\/src\/(domain|use-cases)\//.test(path) && !isTest(path)
      ? [...text.matchAll(/Date\.now\(|new Date\(\)|Temporal\.Now/g)].map(([found]) => found)
      : [],
};

const regionHasOneHome: ArchitectureRule = {
  says: "only packages/region names the region",
  check: ({ path, text }) =>
    path.startsWith("packages/region/") || isTest(path)
      ? []
      : [...text.matchAll(/digistroom|leie-?schelde/gi)].map(([found]) => found),
};

const shallow: ArchitectureRule = {
  says: "inside src, files stand at most two folders deep",
  check: ({ path }) => {
    const inside = path.split("/src/")[1];
    return inside && inside.split("/").length > 3 ? [inside] : [];
  },
};

const cautiousWithSdk: ArchitectureRule = {
  says: "only the store speaks to DynamoDB and STS",
  check: ({ path, imports }) =>
    /^(services|packages)\//.test(path) &&
    !/^packages\/(store|testing)\//.test(path) &&
    !isTest(path)
      ? imports.filter((target) =>
          /^@aws-sdk\/(client-dynamodb|client-sts|lib-dynamodb)/.test(target),
        )
      : [],
};

export const RULES: readonly ArchitectureRule[] = [
  packagesImportDownwards,
  servicesStandAlone,
  domainIsPure,
  localReadsTheTemplate,
  infraKnowsNoCode,
  environmentIsParsedOnce,
  todayIsAnArgument,
  regionHasOneHome,
  shallow,
  cautiousWithSdk,
];
