import { expect, inject, it, describe } from "vitest";
import { readApplication } from "../../infra/local/template/application.ts";
import type { StoredRow } from "../support/raw-database.ts";
import { tableOf } from "../support/site.ts";
import { publicRowFaults, rowFaults, tableShape, type TableShape } from "./row-faults.ts";

// The rows themselves are read where everything is written: at the end of the walk.
describe("a row is found out", () => {
  const agenda = (): TableShape => {
    const application = readApplication(inject("assembly"));
    const name = tableOf(application, "agenda");
    return tableShape(application.tables.find(({ TableName }) => TableName === name)!);
  };
  const event = {
    pk: "leie-schelde.deinze#events#2026-11",
    sk: "evt_1",
    type: "event",
    version: 1,
    id: "evt_1",
    name: "client-registered",
    at: 1,
    region: "leie-schelde",
    scope: "leie-schelde.deinze",
    actor: { kind: "job", id: "probe" },
    subject: "cli_1",
    detail: {},
  };
  const occurrence = {
    pk: "leie-schelde.deinze#occurrence#1",
    sk: "occurrence",
    type: "occurrence",
  };

  it.each<[string, StoredRow, string]>([
    ["whose scope does not exist", { ...event, pk: "leie-schelde.gent#x" }, "is nobody's"],
    ["whose key has no scope", { ...event, pk: "leie-schelde.deinze" }, "is nobody's"],
    ["whose scope only begins alike", { ...event, pk: "leie-schelde.deinze-zuid#x" }, "nobody's"],
    ["in a foreign index", { ...occurrence, gpk: "leie-schelde.gavere#month#1" }, "foreign key"],
    [
      "in another region's agenda",
      { ...occurrence, ppk: "public#voorbeeldstreek#1" },
      "foreign key",
    ],
    [
      "for anybody, with all its attributes",
      { ...occurrence, gpk: "public#leie-schelde#1" },
      "anybody",
    ],
    ["with a name in an event", { ...event, detail: { client: { firstName: "An" } } }, "firstName"],
    [
      "with an address in an event",
      { ...event, detail: { at: "an@example.org" } },
      "reach somebody",
    ],
    [
      "with a telephone in an event",
      { ...event, detail: { at: "0470 12 34 56" } },
      "reach somebody",
    ],
    ["with a name of its actor", { ...event, actor: { kind: "member", name: "An" } }, "its actor"],
    ["with an event of another tenant", { ...event, scope: "leie-schelde.gavere" }, "an event of"],
    ["with an event of another region", { ...event, region: "voorbeeldstreek" }, "event of region"],
  ])("%s", (_, row, says) => {
    expect(rowFaults(row, agenda()).join()).toContain(says);
  });

  it("and a good one is not", () => {
    expect(rowFaults(event, agenda())).toEqual([]);
    expect(rowFaults({ ...occurrence, gpk: `${event.scope}#month#1` }, agenda())).toEqual([]);
  });

  it("as is a public index that shows more than it lists", () => {
    const index = agenda().indexes.find(({ only }) => only !== undefined)!;
    expect(publicRowFaults({ ...occurrence, id: "x", bookedBy: "x" }, index, agenda())).toEqual([
      expect.stringContaining("shows type"),
      expect.stringContaining("shows bookedBy"),
    ]);
  });
});
