import * as z from "zod/mini";

const arn = z.optional(z.string().check(z.startsWith("arn:")));

const Environment = z.object({
  TABLE_NAME: z.string().check(z.minLength(1)),
  REGION_ID: z.string().check(z.minLength(1)),
  SERVICE: z.string().check(z.minLength(1)),
  SITE_ORIGIN: z.string().check(z.regex(/^https?:\/\/[^/]+$/)),
  /** Where sessions stand: the partnership's table; this service's own when it is the partnership. */
  SESSION_TABLE: z.optional(z.string().check(z.minLength(1))),
  /** Where person cards stand, and the role that reads them and nothing else. */
  PEOPLE_TABLE: z.optional(z.string().check(z.minLength(1))),
  DATA_ROLE_PEOPLE: arn,
  ISSUER: z.optional(z.string().check(z.regex(/^https?:\/\/[^?#]+$/))),
  SITE_CLIENT_ID: z.optional(z.string().check(z.minLength(1))),
  NOTICE: z.optional(z.string()),
  DATA_ROLE_TENANT: arn,
  DATA_ROLE_ORGANISATION: arn,
  DATA_ROLE_PUBLIC: arn,
  DATA_ROLE_REGION: arn,
  DATA_ROLE_SESSION: arn,
});

/** The environment of a function, parsed once; a function that is not configured does not start. */
export function environment(source: Readonly<Record<string, string | undefined>>) {
  const env = z.parse(Environment, source);
  return {
    table: env.TABLE_NAME,
    regionId: env.REGION_ID,
    service: env.SERVICE,
    origin: env.SITE_ORIGIN,
    notice: env.NOTICE,
    sessionTable: env.SESSION_TABLE ?? env.TABLE_NAME,
    peopleTable: env.PEOPLE_TABLE,
    peopleRole: env.DATA_ROLE_PEOPLE,
    issuer: env.ISSUER,
    siteClientId: env.SITE_CLIENT_ID,
    dataRoles: {
      ...(env.DATA_ROLE_TENANT ? { tenant: env.DATA_ROLE_TENANT } : {}),
      ...(env.DATA_ROLE_ORGANISATION ? { organisation: env.DATA_ROLE_ORGANISATION } : {}),
      ...(env.DATA_ROLE_PUBLIC ? { public: env.DATA_ROLE_PUBLIC } : {}),
      ...(env.DATA_ROLE_REGION ? { region: env.DATA_ROLE_REGION } : {}),
      ...(env.DATA_ROLE_SESSION ? { session: env.DATA_ROLE_SESSION } : {}),
    },
  };
}

export type Environment = ReturnType<typeof environment>;
