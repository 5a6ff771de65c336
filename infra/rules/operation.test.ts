import { beforeAll, expect, it } from "vitest";
import { changed, type Change, production, resourcesOf } from "./fixture.ts";
import * as functions from "./functions.ts";
import * as queues from "./queues.ts";
import { at, type JsonObject, object, type Resource } from "./resources.ts";
import { routesLiveWithTheirService, routeTable } from "./routes.ts";
import { publicIndexesListTheirAttributes, tablesAreSafe } from "./tables.ts";

let dev: Resource[];
let live: Resource[];

beforeAll(async () => {
  dev = await resourcesOf({});
  live = await resourcesOf(production);
});

const rules = {
  ...functions,
  ...queues,
  publicIndexesListTheirAttributes,
  routesLiveWithTheirService,
};
type RuleName = keyof typeof rules;

it.each(Object.entries(rules))("%s", (_name, rule) => {
  expect(rule(dev)).toEqual([]);
  expect(rule(live)).toEqual([]);
});

it("tables lose nothing, and are protected where they hold people's own data", () => {
  expect(tablesAreSafe({ protectedToo: false })(dev)).toEqual([]);
  expect(tablesAreSafe({ protectedToo: true })(live)).toEqual([]);
});

const replica = (table: JsonObject) => object(at(table, "Replicas", 0));
const recovery = (table: JsonObject) => object(replica(table)["PointInTimeRecoverySpecification"]);

const losses: [string, Change][] = [
  ["recovery to a point in time", (p) => (recovery(p)["PointInTimeRecoveryEnabled"] = false)],
  ["protection against deletion", (p) => (replica(p)["DeletionProtectionEnabled"] = false)],
  ["a stream", (p) => delete p["StreamSpecification"]],
  ["expiry", (p) => delete p["TimeToLiveSpecification"]],
  ["capacity on demand", (p) => (p["BillingMode"] = "PROVISIONED")],
];

it.each(losses)("a table without %s is caught", (_what, change) => {
  const rule = tablesAreSafe({ protectedToo: true });
  expect(rule(changed(live, "agenda/Table", change))).toHaveLength(1);
});

const web = "agenda/WebFunction";
const letters = "partnership/ProjectFromAgendaDeadLetters";
const mapping = "partnership/ProjectFromAgendaStream";
const schedule = "agenda/ExtendSeriesSchedule";

const breaches: [string, RuleName, string, Change][] = [
  [
    "a public index of everything",
    "publicIndexesListTheirAttributes",
    "agenda/Table",
    (p) => (object(at(p, "GlobalSecondaryIndexes", 1))["Projection"] = { ProjectionType: "ALL" }),
  ],
  [
    "an alarm that watches nothing",
    "functionsHaveAlarms",
    "agenda/WebAlarm",
    (p) => (p["Metrics"] = []),
  ],
  [
    "an alarm that does not say why",
    "functionsHaveAlarms",
    "agenda/WebAlarm",
    (p) => delete p["AlarmDescription"],
  ],
  [
    "an alarm that wakes nobody",
    "functionsHaveAlarms",
    "agenda/WebAlarm",
    (p) => delete p["AlarmActions"],
  ],
  [
    "a log for ever",
    "functionsKeepLogsForATime",
    "agenda/WebLog",
    (p) => delete p["RetentionInDays"],
  ],
  [
    "a log of Lambda's own making",
    "functionsKeepLogsForATime",
    web,
    (p) => delete p["LoggingConfig"],
  ],
  ["another runtime", "functionsRunOnTheSameNode", web, (p) => (p["Runtime"] = "nodejs22.x")],
  [
    "an address in the clear",
    "addressesAreEncrypted",
    web,
    (p) =>
      (object(at(p, "Environment", "Variables"))["SITE_ORIGIN"] = {
        "Fn::Join": ["", ["http://", { Ref: "Site" }]],
      }),
  ],
  [
    "a queue in the clear",
    "queuesAreEncrypted",
    letters,
    (p) => (p["SqsManagedSseEnabled"] = false),
  ],
  [
    "a queue over plain HTTP",
    "queuesRefusePlainHttp",
    `${letters}Policy`,
    (p) => (object(at(p, "PolicyDocument", "Statement", 0))["Condition"] = {}),
  ],
  [
    "dead letters that nobody sees",
    "deadLettersAreSeen",
    `${letters}Alarm`,
    (p) => (p["MetricName"] = "NumberOfMessagesSent"),
  ],
  [
    "a batch that fails as a whole",
    "streamsSurviveOneBadEvent",
    mapping,
    (p) => delete p["FunctionResponseTypes"],
  ],
  [
    "a batch that is not halved",
    "streamsSurviveOneBadEvent",
    mapping,
    (p) => (p["BisectBatchOnFunctionError"] = false),
  ],
  [
    "an event that is tried for ever",
    "streamsSurviveOneBadEvent",
    mapping,
    (p) => (p["MaximumRetryAttempts"] = -1),
  ],
  [
    "an event that is lost",
    "streamsSurviveOneBadEvent",
    mapping,
    (p) => delete p["DestinationConfig"],
  ],
  [
    "a start that is lost",
    "schedulesLoseNothing",
    schedule,
    (p) => delete object(p["Target"])["DeadLetterConfig"],
  ],
  [
    "a job that is lost",
    "schedulesLoseNothing",
    "agenda/PlanFunction",
    (p) => delete p["DeadLetterConfig"],
  ],
  [
    "a schedule on another clock",
    "schedulesLoseNothing",
    schedule,
    (p) => delete p["ScheduleExpressionTimezone"],
  ],
  [
    "a route in the edge",
    "routesLiveWithTheirService",
    "agenda/WebDoorsAgendaProxy",
    (_, route) => (route.stack = "digihulp-edge"),
  ],
  [
    "an API of its own",
    "routesLiveWithTheirService",
    "agenda/WebDoorsAgendaProxy",
    (p) => (p["ApiId"] = { Ref: "Api" }),
  ],
];

it.each(breaches)("%s is caught", (_what, rule, ...[of, change]) => {
  expect(rules[rule](changed(live, of, change))).not.toEqual([]);
});

it("the doors are these", () => {
  expect(routeTable(dev)).toEqual([
    "digihulp-agenda: ANY /agenda -> Web",
    "digihulp-agenda: ANY /agenda/{proxy+} -> Web",
    "digihulp-agenda: ANY /api/agenda/{proxy+} -> Web",
    "digihulp-partnership: $default -> Web",
    "digihulp-partnership: ANY / -> Web",
    "digihulp-partnership: ANY /aanmelden -> SignIn",
    "digihulp-partnership: ANY /aanmelden/{proxy+} -> SignIn",
    "digihulp-partnership: ANY /afmelden -> SignIn",
    "digihulp-partnership: ANY /api/partnership/{proxy+} -> Web",
    "digihulp-partnership: ANY /beheer -> Web",
    "digihulp-partnership: ANY /beheer/{proxy+} -> Web",
    "digihulp-partnership: ANY /digiclubs -> Web",
    "digihulp-partnership: ANY /digiclubs/{proxy+} -> Web",
    "digihulp-partnership: ANY /health -> Web",
    "digihulp-partnership: ANY /privacy -> Web",
    "digihulp-partnership: ANY /toegankelijkheid -> Web",
    "digihulp-partnership: ANY /werkplek -> SignIn",
    "digihulp-partnership: ANY /wie-mag-wat -> Web",
    "digihulp-registration: ANY /api/registration/{proxy+} -> Web",
    "digihulp-registration: ANY /registratie -> Web",
    "digihulp-registration: ANY /registratie/{proxy+} -> Web",
  ]);
});
