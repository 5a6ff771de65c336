import { at, flat, list, name, object, ofType, type Resource, target, text } from "./resources.ts";

const copier = "CustomCDKBucketDeployment";

/** Whoever is woken is told what users lose: one alarm on errors and throttles of each function. */
export function functionsHaveAlarms(resources: Resource[]): string[] {
  const alarms = ofType(resources, "AWS::CloudWatch::Alarm");
  return (
    ofType(resources, "AWS::Lambda::Function")
      // It runs during a deployment only, which fails and rolls back with it.
      .filter(({ id }) => !id.startsWith(copier))
      .filter((lambda) => !alarms.some((alarm) => watches(alarm, lambda)))
      .map((lambda) => `${name(lambda)} fails unseen`)
  );
}

export function functionsKeepLogsForATime(resources: Resource[]): string[] {
  const groups = ofType(resources, "AWS::Logs::LogGroup");
  const endless = groups
    .filter((group) => typeof group.properties["RetentionInDays"] !== "number")
    .map((group) => `${name(group)} keeps its log for ever`);
  const known = new Set(groups.map(name));
  const without = ofType(resources, "AWS::Lambda::Function")
    .filter((lambda) => {
      const group = target(at(lambda.properties, "LoggingConfig", "LogGroup"));
      return !known.has(`${lambda.stack}/${group}`);
    })
    .map((lambda) => `${name(lambda)} has no log group of its own`);
  return [...endless, ...without];
}

export function functionsRunOnTheSameNode(resources: Resource[]): string[] {
  return ofType(resources, "AWS::Lambda::Function")
    .filter(({ id }) => !id.startsWith(copier))
    .filter(({ properties }) => {
      const arm = at(properties, "Architectures", 0) === "arm64";
      return !(
        arm &&
        properties["Runtime"] === "nodejs24.x" &&
        properties["Handler"] === "index.handler"
      );
    })
    .map((lambda) => `${name(lambda)} runs elsewhere than nodejs24.x on arm64`);
}

export function addressesAreEncrypted(resources: Resource[]): string[] {
  return ofType(resources, "AWS::Lambda::Function").flatMap((lambda) =>
    Object.entries(object(at(lambda.properties, "Environment", "Variables")))
      .filter(([, value]) => /^(?!https:)[a-z+]+:\/\//i.test(flat(value)))
      .map(([key, value]) => `${name(lambda)}: ${key} is ${flat(value)}`),
  );
}

function watches(alarm: Resource, lambda: Resource): boolean {
  const metrics = list(alarm.properties["Metrics"]).map((each) => at(each, "MetricStat", "Metric"));
  const watched = metrics
    .filter((metric) => target(at(metric, "Dimensions", 0, "Value")) === lambda.id)
    .map((metric) => text(at(metric, "MetricName")));
  const tells = text(alarm.properties["AlarmDescription"]).length > 20;
  const wakes = list(alarm.properties["AlarmActions"]).length > 0;
  const both = watched.includes("Errors") && watched.includes("Throttles");
  return alarm.stack === lambda.stack && both && tells && wakes;
}
