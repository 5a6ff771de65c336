import { Logger } from "@aws-lambda-powertools/logger";
import { describe, expect, it } from "vitest";
import { noteTo } from "./serve.ts";

describe("the log", () => {
  it("keeps the kind of a fault and its place in the code, never the words of its message", () => {
    const lines: unknown[] = [];
    const logger = { warn: () => {}, error: (...line: unknown[]) => lines.push(line) };
    noteTo(logger)({
      event: "fault",
      route: "/registratie",
      reference: "ref-1",
      reason: "thrown",
      cause: new RangeError("Fatima El-Amrani\n  at home: 0470 00 00 01\nline"),
    });
    const written = JSON.stringify(lines);
    expect(written).toContain("RangeError");
    expect(written).toContain("serve.test.ts");
    expect(written).not.toMatch(/Fatima|0470/);
  });

  it("fits the logger that runs in Lambda", () => {
    expect(() => noteTo(new Logger({ serviceName: "test", logLevel: "SILENT" }))).not.toThrow();
  });
});
