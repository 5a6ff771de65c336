import { describe, expect, it } from "vitest";
import { RULES } from "./rules.ts";
import { importsOf, sourceFiles } from "./source-files.ts";

const files = sourceFiles();
const file = (path: string, text: string) => ({ path, text, imports: importsOf(path, text) });

describe("the architecture", () => {
  it("is read from the whole repository", () => {
    expect(files.length).toBeGreaterThan(80);
  });

  it.each(RULES)("$says", ({ check }) => {
    const broken = files.flatMap((one) => check(one).map((what) => `${one.path}: ${what}`));
    expect(broken).toEqual([]);
  });
});

describe("each rule can fail", () => {
  const breaches = [
    file("packages/kernel/src/a.ts", 'import { decide } from "@digihulp/access";'),
    file("services/agenda/src/pages/a.ts", 'import { x } from "@digihulp/service-partnership";'),
    file("services/agenda/src/domain/a.ts", 'import { openTable } from "@digihulp/store";'),
    file("infra/local/a.ts", 'import { stageFrom } from "../stages.ts";'),
    file("infra/a.ts", 'import { REGIONS } from "@digihulp/region";'),
    file("services/agenda/src/store/a.ts", "const name = process.env.TABLE_NAME;"),
    file("services/agenda/src/use-cases/a.ts", "const now = Date.now();"),
    file("packages/web/src/a.ts", 'const title = "Digistroom";'),
    file("packages/web/src/a/b/c/d.ts", ""),
    file(
      "services/agenda/src/store/a.ts",
      'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";',
    ),
  ];

  it.each(RULES.map((rule, at) => ({ ...rule, breach: breaches[at]! })))(
    "$says",
    ({ check, breach }) => {
      expect(check(breach)).not.toEqual([]);
    },
  );
});
