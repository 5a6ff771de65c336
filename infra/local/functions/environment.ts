import { replaceOrigins, type AddressBook } from "../address-book.ts";
import type { FunctionDefinition } from "../template/functions.ts";

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

export type Surroundings = {
  region: string;
  /** Where calls to DynamoDB and STS go. */
  endpoint: string;
  addresses: AddressBook;
  credentials: Credentials;
};

/** What a process of the function finds in its environment: what Lambda gives, and no more. */
export function environmentOf(
  definition: FunctionDefinition,
  { region, endpoint, addresses, credentials }: Surroundings,
): Record<string, string> {
  const given = Object.entries(definition.environment).map(([key, value]) => [
    key,
    replaceOrigins(value, addresses),
  ]);
  return {
    ...Object.fromEntries(given),
    _HANDLER: definition.handler,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_STS: endpoint,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    AWS_REGION: region,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    LAMBDA_TASK_ROOT: definition.code,
    LANG: "en_US.UTF-8",
    PATH: "/usr/local/bin:/usr/bin:/bin",
    TZ: "UTC",
  };
}
