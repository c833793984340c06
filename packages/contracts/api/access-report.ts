import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Instant } from '../instant.ts';
import { SiteScope } from './me.ts';

/** One rule of access, as people read it. */
export const AccessPolicyView = z.object({
  id: z.string(),
  effect: z.enum(['permit', 'forbid']),
  reason: z.string(),
  file: z.string(),
  /** In the Cedar language. */
  text: z.string(),
});

/** The rules of access in force. */
export const AccessRules = z.object({
  digest: Digest,
  /** Null: not recorded yet. */
  since: Instant.nullable(),
  schema: z.string(),
  policies: z.array(AccessPolicyView),
});
export type AccessRules = z.infer<typeof AccessRules>;

export const AccessReportQuery = z.object({
  /** A day in UTC, for example `2026-03-01`. */
  day: z.iso.date(),
  username: z.string().trim().max(60).optional(),
  action: z.string().trim().max(60).optional(),
});
export type AccessReportQuery = z.infer<typeof AccessReportQuery>;

/** One account during a part of the day in which neither it nor the rules changed. */
export const AccessReportLine = z.object({
  userId: z.string(),
  username: z.string(),
  name: z.string(),
  person: z.string(),
  role: z.string(),
  sites: SiteScope,
  disabled: z.boolean(),
  /** sha256 over the canonical JSON of userId, since, username, role, person, sites and disabled. */
  accountDigest: Digest,
  /** Since when the account was like this. */
  since: Instant,
  /** Index of the ledger entry that holds the digest; null: of before digests were kept, or no entry says so. */
  provenBy: z.int().nonnegative().nullable(),
  from: Instant,
  to: Instant,
  /** The rules that held; null: none were recorded yet. */
  policies: Digest.nullable(),
  /** What they could do. */
  actions: z.array(z.string()),
  /** Of these, what needed more: a stated purpose, a training, a fresh proof of who they are. */
  conditional: z.array(z.object({ action: z.string(), code: z.string(), reason: z.string() })),
});
export type AccessReportLine = z.infer<typeof AccessReportLine>;

/** Who could do what on a day: the rules and the accounts as they were then. */
export const AccessReport = z.object({
  day: z.iso.date(),
  policies: z.array(z.object({ digest: Digest, since: Instant })),
  /** Every action that the rules of that day knew. */
  actions: z.array(z.string()),
  lines: z.array(AccessReportLine),
});
export type AccessReport = z.infer<typeof AccessReport>;
