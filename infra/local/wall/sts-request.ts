export type Assumption = {
  roleArn: string;
  sessionName: string;
  tags: ReadonlyMap<string, string>;
  seconds: number;
};

const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const known =
  /^(Action|Version|RoleArn|RoleSessionName|DurationSeconds|Tags\.member\.\d+\.(Key|Value))$/;

function readTags(form: URLSearchParams): Map<string, string> | string {
  const tags = new Map<string, string>();
  const seen = new Set<string>();
  for (const name of form.keys()) {
    const number = /^Tags\.member\.(\d+)\.Key$/.exec(name)?.[1];
    if (number === undefined) continue;
    const key = form.get(name) ?? "";
    const value = form.get(`Tags.member.${number}.Value`) ?? "";
    if (key === "" || key.length > 128 || value.length > 256)
      return "a tag is too short or too long";
    if (!tagText.test(key) || !tagText.test(value))
      return `the tag ${key} has forbidden characters`;
    if (seen.has(key.toLowerCase()))
      return "Duplicate tag keys found: tag keys are case insensitive";
    seen.add(key.toLowerCase());
    tags.set(key, value);
  }
  return tags.size > 50 ? "more than 50 tags" : tags;
}

/** Reads an AssumeRole form, or says what is wrong with it; limits from the STS API reference. */
export function readAssumption(form: URLSearchParams): Assumption | string {
  // An empty list is written as the bare parameter Tags.
  const strange = [...form].find(
    ([name, value]) => !known.test(name) && name + value !== "Tags",
  )?.[0];
  if (strange !== undefined) return `the parameter ${strange} is not supported locally`;
  const roleArn = form.get("RoleArn") ?? "";
  const sessionName = form.get("RoleSessionName") ?? "";
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) return "RoleSessionName is not valid";
  const seconds = Number(form.get("DurationSeconds") ?? 3600);
  // A function's role is itself assumed, and role chaining ends after an hour.
  if (!(seconds >= 900 && seconds <= 3600)) return "DurationSeconds must be 900 to 3600";
  const tags = readTags(form);
  return typeof tags === "string" ? tags : { roleArn, sessionName, tags, seconds };
}
