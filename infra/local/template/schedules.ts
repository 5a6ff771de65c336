import { parseJson, type Fields, type Json } from "../json.ts";
import { queueName } from "./event-sources.ts";
import { functionName } from "./functions.ts";
import type { Resource, Template } from "./template.ts";

export type ScheduleDefinition = {
  name: string;
  expression: string;
  timeZone: string;
  functionName: string;
  input: Json;
};

function readInput(target: Fields): Json {
  const text = target.optionalText("Input");
  if (text === undefined) return {};
  if (text.includes("<aws.scheduler.")) target.fail("Input", "uses a context attribute");
  return parseJson(text);
}

function readSchedule(schedule: Resource): ScheduleDefinition {
  const properties = schedule.properties.only(
    "Description",
    "FlexibleTimeWindow",
    "GroupName",
    "Name",
    "ScheduleExpression",
    "ScheduleExpressionTimezone",
    "State",
    "Target",
  );
  const target = properties.fields("Target");
  return {
    name: schedule.name,
    expression: properties.text("ScheduleExpression"),
    timeZone: properties.optionalText("ScheduleExpressionTimezone") ?? "UTC",
    functionName: functionName(target.text("Arn")),
    input: readInput(target),
  };
}

export function readSchedules(template: Template): ScheduleDefinition[] {
  return template
    .resources("AWS::Scheduler::Schedule")
    .filter((schedule) => schedule.properties.optionalText("State") !== "DISABLED")
    .map(readSchedule);
}

/** What Lambda does with an event that nobody waits for, when its function fails. */
export type AsyncRule = { retries: number; onFailure: string | undefined };

export const DEFAULT_ASYNC_RULE: AsyncRule = { retries: 2, onFailure: undefined };

/** The rules by function name; a function without one has the default rule. */
export function readAsyncRules(template: Template): Map<string, AsyncRule> {
  const rules = new Map<string, AsyncRule>();
  for (const { properties } of template.resources("AWS::Lambda::EventInvokeConfig")) {
    const target = properties.optionalFields("DestinationConfig")?.optionalFields("OnFailure");
    rules.set(functionName(properties.text("FunctionName")), {
      retries: properties.number("MaximumRetryAttempts", DEFAULT_ASYNC_RULE.retries),
      onFailure: target && queueName(target.text("Destination"), target),
    });
  }
  return rules;
}
