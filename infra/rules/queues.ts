import { at, list, name, ofType, type Resource, same, target } from "./resources.ts";

const streamMapping = {
  FunctionResponseTypes: ["ReportBatchItemFailures"],
  BisectBatchOnFunctionError: true,
};

export function queuesAreEncrypted(resources: Resource[]): string[] {
  return ofType(resources, "AWS::SQS::Queue")
    .filter(({ properties }) => properties["SqsManagedSseEnabled"] !== true)
    .map((queue) => `${name(queue)} is stored in the clear`);
}

export function queuesRefusePlainHttp(resources: Resource[]): string[] {
  const refusing = ofType(resources, "AWS::SQS::QueuePolicy").filter(({ properties }) =>
    list(at(properties, "PolicyDocument", "Statement")).some(
      (each) =>
        at(each, "Effect") === "Deny" &&
        at(each, "Action") === "sqs:*" &&
        same(at(each, "Condition"), { Bool: { "aws:SecureTransport": "false" } }),
    ),
  );
  const covered = new Set(
    refusing.flatMap(({ stack, properties }) =>
      list(properties["Queues"]).map((queue) => `${stack}/${target(queue)}`),
    ),
  );
  return ofType(resources, "AWS::SQS::Queue")
    .filter((queue) => !covered.has(name(queue)))
    .map((queue) => `${name(queue)} takes plain HTTP`);
}

export function deadLettersAreSeen(resources: Resource[]): string[] {
  const seen = new Set(
    ofType(resources, "AWS::CloudWatch::Alarm")
      .filter(({ properties }) => properties["MetricName"] === "ApproximateNumberOfMessagesVisible")
      .map(
        ({ stack, properties }) => `${stack}/${target(at(properties, "Dimensions", 0, "Value"))}`,
      ),
  );
  return ofType(resources, "AWS::SQS::Queue")
    .filter((queue) => !seen.has(name(queue)))
    .map((queue) => `${name(queue)} fills unseen`);
}

/** One bad event neither stops a stream nor disappears. */
export function streamsSurviveOneBadEvent(resources: Resource[]): string[] {
  const queues = new Set(ofType(resources, "AWS::SQS::Queue").map(name));
  return ofType(resources, "AWS::Lambda::EventSourceMapping").flatMap((mapping) => {
    const { stack, properties } = mapping;
    const letters = target(at(properties, "DestinationConfig", "OnFailure", "Destination"));
    const retries = properties["MaximumRetryAttempts"];
    return [
      ...Object.entries(streamMapping)
        .filter(([key, value]) => !same(properties[key], value))
        .map(([key]) => `${name(mapping)} lacks ${key}`),
      ...(typeof retries === "number" && retries > 0 ? [] : [`${name(mapping)} retries for ever`]),
      ...(queues.has(`${stack}/${letters}`) ? [] : [`${name(mapping)} loses what fails`]),
    ];
  });
}

/** A schedule and the job that it starts both hand over what fails. */
export function schedulesLoseNothing(resources: Resource[]): string[] {
  const queues = new Set(ofType(resources, "AWS::SQS::Queue").map(name));
  const handled = new Set(
    ofType(resources, "AWS::Lambda::Function")
      .filter(({ stack, properties }) =>
        queues.has(`${stack}/${target(at(properties, "DeadLetterConfig", "TargetArn"))}`),
      )
      .map(name),
  );
  return ofType(resources, "AWS::Scheduler::Schedule").flatMap((schedule) => {
    const { stack, properties } = schedule;
    const job = target(at(properties, "Target", "Arn"));
    const letters = target(at(properties, "Target", "DeadLetterConfig", "Arn"));
    return [
      ...(queues.has(`${stack}/${letters}`) ? [] : [`${name(schedule)} loses a missed start`]),
      ...(handled.has(`${stack}/${job}`) ? [] : [`${name(schedule)} loses a failed job`]),
      ...(properties["ScheduleExpressionTimezone"] === "Europe/Brussels"
        ? []
        : [`${name(schedule)} keeps another clock`]),
    ];
  });
}
