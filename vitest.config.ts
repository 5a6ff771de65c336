import { defineConfig } from "vitest/config";

const unit = [
  "packages/**/*.test.{ts,tsx}",
  "services/**/*.test.{ts,tsx}",
  "infra/**/*.test.ts",
  "test/architecture/*.test.ts",
];
const database = ["packages/**/*.db.test.ts", "services/**/*.db.test.ts"];
const excluded = ["**/node_modules/**", "**/dist/**", "**/.local/**", "**/cdk.out/**"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    // Two cores: more workers only make each other slow, and the slow ones time out.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: unit, exclude: [...excluded, ...database] },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: database,
          exclude: excluded,
          globalSetup: ["test/setup/database.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "stack",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...excluded, "test/architecture/**"],
          globalSetup: ["test/setup/assembly.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
