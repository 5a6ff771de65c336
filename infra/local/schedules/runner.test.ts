import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { failure, type Outcome } from "../functions/outcome.ts";
import type { Json } from "../json.ts";
import { startSchedules, type Schedules } from "../schedules.ts";
import { readApplication, type Application } from "../template/application.ts";
import { writeAssembly, type SampleApp } from "../testing/assembly.ts";
import type { Folder } from "../testing/folder.ts";
import { sampleApp } from "../testing/sample-shop.ts";

const DONE: Outcome = { kind: "answer", payload: "done" };

let folder: Folder;
let schedules: Schedules | undefined;
let sent: { queue: string; message: Json }[];
let runs: { at: string; name: string; event: Json }[];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-10-24T12:00:00Z") });
  sent = [];
  runs = [];
});

afterEach(() => {
  schedules?.stop();
  vi.useRealTimers();
  folder.remove();
});

function application(change: (app: SampleApp) => void = () => {}): Application {
  const app = sampleApp();
  app.templates["shop"]!.Resources["Rules"] = {
    Type: "AWS::Lambda::EventInvokeConfig",
    Properties: {
      FunctionName: { Ref: "Web" },
      Qualifier: "$LATEST",
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": ["DeadLetters", "Arn"] } } },
    },
  };
  change(app);
  folder = writeAssembly(app);
  return readApplication(folder.path);
}

function start(
  outcomes: Outcome[],
  change?: (app: SampleApp) => void,
  now: () => number = Date.now,
): Schedules {
  schedules = startSchedules({
    application: application(change),
    now,
    say: () => {},
    queues: {
      names: [],
      send: (queue, message) => void sent.push({ queue, message }),
      messages: () => [],
    },
    async invoke(name, event) {
      runs.push({ at: new Date().toISOString().slice(0, 16), name, event });
      return outcomes[Math.min(runs.length, outcomes.length) - 1] ?? DONE;
    },
  });
  return schedules;
}

describe("a schedule", () => {
  test("runs its function with its input at the time in Brussels, day after day", async () => {
    start([DONE]);
    await vi.advanceTimersByTimeAsync(48 * 3_600_000);
    expect(runs).toEqual([
      { at: "2026-10-25T00:30", name: "shop-Web", event: { job: "tidy" } },
      { at: "2026-10-26T01:30", name: "shop-Web", event: { job: "tidy" } },
    ]);
  });

  test("more than a month away waits longer than a timer can", async () => {
    start([DONE], (app) => {
      app.templates["shop"]!.Resources["Nightly"]!.Properties["ScheduleExpression"] =
        "cron(0 12 1 1 ? *)";
    });
    await vi.advanceTimersByTimeAsync(70 * 86_400_000);
    expect(runs.map(({ at }) => at)).toEqual(["2027-01-01T11:00"]);
  });

  test("that is disabled, or stopped, does not run", async () => {
    start([DONE], (app) => {
      app.templates["shop"]!.Resources["Nightly"]!.Properties["State"] = "DISABLED";
    });
    await vi.advanceTimersByTimeAsync(48 * 3_600_000);
    start([DONE]).stop();
    await vi.advanceTimersByTimeAsync(48 * 3_600_000);
    expect(runs).toEqual([]);
  });
});

describe("a schedule whose clock jumps", () => {
  const day = 86_400_000;

  test("runs when the new clock says so, and not what the jump skipped", async () => {
    let shift = 0;
    const schedules = start([DONE], undefined, () => Date.now() + shift);
    shift = 10 * day - 3 * 3_600_000;
    schedules.rearm();
    expect(runs).toEqual([]);
    // On that clock it is 10:00 of 3 November; the next 02:30 is 16.5 hours away.
    await vi.advanceTimersByTimeAsync(16.4 * 3_600_000);
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(0.2 * 3_600_000);
    expect(runs).toHaveLength(1);
    shift = 0;
    schedules.rearm();
    await vi.advanceTimersByTimeAsync(day);
    expect(runs).toHaveLength(2);
  });
});

describe("a job that fails", () => {
  test("is tried again after a minute and after two", async () => {
    start([failure("Error", "no"), failure("Error", "no"), DONE]);
    await vi.advanceTimersByTimeAsync(13 * 3_600_000);
    expect(runs.map(({ at }) => at)).toEqual([
      "2026-10-25T00:30",
      "2026-10-25T00:31",
      "2026-10-25T00:33",
    ]);
    expect(sent).toEqual([]);
  });

  test("three times goes to the queue with what it was asked and what went wrong", async () => {
    const failing = start([failure("Error", "no")]).runNow("shop-Nightly");
    await expect(failing).rejects.toThrow("shop-Nightly: Error: no");
    expect(runs).toHaveLength(3);
    expect(sent).toEqual([
      {
        queue: "shop-DeadLetters",
        message: {
          version: "1.0",
          timestamp: "2026-10-24T12:00:00.000Z",
          requestContext: {
            requestId: expect.any(String),
            functionArn: "arn:aws:lambda:eu-central-1:111111111111:function:shop-Web:$LATEST",
            condition: "RetriesExhausted",
            approximateInvokeCount: 3,
          },
          requestPayload: { job: "tidy" },
          responseContext: {
            statusCode: 200,
            executedVersion: "$LATEST",
            functionError: "Unhandled",
          },
          responsePayload: { errorType: "Error", errorMessage: "no", trace: [] },
        },
      },
    ]);
  });

  test("is unknown when the template does not have it", async () => {
    await expect(start([DONE]).runNow("shop-Never")).rejects.toThrow("no schedule shop-Never");
  });
});
