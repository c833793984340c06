import { join, resolve } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import { DEFAULT_ALONE_MINUTES, MOST_ALONE_MINUTES } from '@amaan/contracts/redaction/unmasking';
import { Province } from '@amaan/contracts/violations/law';
import { z } from 'zod';

const text = z.string().trim().min(1);

const Environment = z.object({
  /** PostgreSQL of the deployment. */
  AMAAN_DATABASE_URL: text,
  /** Everything that the deployment keeps outside the database: keys, objects, checkpoints. */
  AMAAN_DATA: text.transform((path) => resolve(path)),
  AMAAN_HOST: text.default('127.0.0.1'),
  AMAAN_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** The URL that browsers use, when a reverse proxy stands in front; `https:` makes cookies secure. */
  AMAAN_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** `1`: supervisors, governance officers and administrators may do nothing before they have a second factor. */
  AMAAN_REQUIRE_SECOND_FACTOR: z
    .enum(['0', '1'])
    .default('0')
    .transform((flag) => flag === '1'),
  /** Addresses or networks of reverse proxies whose `X-Forwarded-For` is believed, separated by commas. */
  AMAAN_TRUSTED_PROXIES: text.optional(),
  /** Folder of the built console. */
  AMAAN_CONSOLE: text
    .transform((path) => resolve(path))
    .default(join(import.meta.dirname, '../console/dist')),
  /** Bearer token of a metrics collector. */
  AMAAN_METRICS_TOKEN: z.string().min(16).optional(),
  /** Bearer token of the command line of the same machine. */
  AMAAN_COMMAND_LINE_TOKEN: z.string().min(32).optional(),
  /** Fills the deployment with made-up decisions, so that everything can be tried. */
  AMAAN_DEMO: z.stringbool().default(false),
  /** Days after which plate reads are deleted that raised no alert and that no case holds. */
  AMAAN_PLATE_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** Days of sightings that stay in the database; older ones move to Parquet files. */
  AMAAN_PLATE_HOT_DAYS: z.coerce.number().int().min(2).max(3650).default(14),
  /** Days after which rejected face matches are deleted, and undecided ones after the end of their authorisation. */
  AMAAN_FACE_MATCH_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** Days after which pictures of a ticket about a place are deleted, from its end. */
  AMAAN_CIVIC_PICTURE_DAYS: z.coerce.number().int().min(1).max(3650).default(365),
  /** Minutes within 24 hours that one person sees un-masked without a second person; 0: always two. */
  AMAAN_UNMASK_ALONE_MINUTES: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_ALONE_MINUTES)
    .default(DEFAULT_ALONE_MINUTES),
  /** Searches with a picture after the event that one person may make in an hour. */
  AMAAN_FACE_SEARCHES_PER_HOUR: z.coerce.number().int().min(1).max(1000).default(20),
  /** Searches with a picture that may be made under one authorisation within 24 hours, by whomever. */
  AMAAN_FACE_SEARCHES_PER_DAY: z.coerce.number().int().min(1).max(10_000).default(100),
  /** Pictures that are looked at or searched at the same time. */
  AMAAN_FACE_SEARCHES_AT_ONCE: z.coerce.number().int().min(1).max(32).default(2),
  /** Registry of vehicles: `file:/path/vehicles.csv`, or `https://host/path/{plate}`. */
  AMAAN_VEHICLE_REGISTRY: text.optional(),
  /** Whose traffic law counts, and how numbers of challans begin. */
  AMAAN_PROVINCE: Province.default('punjab'),
  /** Share of cases of violations that a second reviewer looks at without knowing the first answer. */
  AMAAN_SECOND_LOOK_SHARE: z.coerce.number().min(0).max(1).default(0.1),
  /** `test`: fines are paid at a gateway without a bank, where no money moves; never where fines are real. */
  AMAAN_PAYMENT_GATEWAY: z.enum(['none', 'test']).default('none'),
  /** Share of cancelled challans, by the lower end of its interval, at which a camera stops enforcing by itself. */
  AMAAN_CANCELLATION_LIMIT: z.coerce.number().min(0).max(1).default(0.05),
  AMAAN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  AMAAN_DEPLOYMENT_NAME: text.max(80).default('Amaan'),
  /** Name of the control room that cameras belong to when none is named. */
  AMAAN_SITE_NAME: text.max(80).default('Control room'),
});
export type ServerEnvironment = z.infer<typeof Environment>;

/**
 * Reads what the server is told by its environment.
 * @throws AmaanError `ENVIRONMENT_INVALID`, naming the first variable that does not fit, never its value
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): ServerEnvironment {
  const parsed = Environment.safeParse(environment);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AmaanError(
    'ENVIRONMENT_INVALID',
    `The variable ${issue?.path.join('.')} does not fit: ${issue?.message}.`,
  );
}
