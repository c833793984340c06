import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { JsonValue } from '../json-value.ts';

/**
 * The documented information of the management system (ISO/IEC 42001, clause 7.5): everything that people
 * write, version, sign and review. Each kind has a schema of its body of its own beside this file.
 */
export const RECORD_KINDS = {
  'impact-assessment': 'AIA',
  risk: 'RSK',
  control: 'CTL',
  document: 'DOC',
  incident: 'INC',
  nonconformity: 'NCR',
  'corrective-action': 'CAR',
  concern: 'CON',
  audit: 'AUD',
  'management-review': 'MRV',
} as const;
export const RecordKind = z.enum(Object.keys(RECORD_KINDS) as [RecordKind, ...RecordKind[]]);
export type RecordKind = keyof typeof RECORD_KINDS;

/** A person as the records name them. `person` is the human behind the account: two accounts of one person count once. */
export const RecordAuthor = z.object({
  /** `user:ID`, `system:server`, `public`. */
  actor: z.string(),
  name: z.string(),
  person: z.string(),
  role: z.string(),
});
export type RecordAuthor = z.infer<typeof RecordAuthor>;

/** A person's word on one version of a record. `demo` marks what no real person did. */
export const RecordSignature = z.object({
  id: Identifier,
  version: z.int().positive(),
  /** What the signature means, for example `submitted`, `approved`, `rejected`, `accepted`. */
  meaning: z.string(),
  by: RecordAuthor,
  at: Instant,
  statement: z.string(),
  demo: z.boolean(),
});
export type RecordSignature = z.infer<typeof RecordSignature>;

/** One record with its newest version. */
export const GovernanceRecord = z.object({
  id: Identifier,
  kind: RecordKind,
  /** For people: `RSK-0007`. */
  number: z.string(),
  /** The AI system that it is about; null: the organisation. */
  system: z.string().nullable(),
  title: z.string(),
  /** Which states a kind has stands with its schema. */
  status: z.string(),
  /** Who answers for it, by name; null: nobody yet. */
  owner: z.string().nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  /** When somebody must look at it again; null: never. */
  reviewAt: Instant.nullable(),
  /** From when it no longer holds; null: it does not end by itself. */
  expiresAt: Instant.nullable(),
  version: z.int().positive(),
  body: z.record(z.string(), JsonValue),
  /** sha256 of the canonical JSON of `body`. */
  digest: Digest,
  changedAt: Instant,
  changedBy: RecordAuthor,
  demo: z.boolean(),
});
export type GovernanceRecord = z.infer<typeof GovernanceRecord>;

/** One version of a record. */
export const RecordVersion = z.object({
  version: z.int().positive(),
  body: z.record(z.string(), JsonValue),
  digest: Digest,
  at: Instant,
  by: RecordAuthor,
  /** Why it was changed, in the author's words. */
  note: z.string(),
});
export type RecordVersion = z.infer<typeof RecordVersion>;

/** A record with its whole past. */
export const RecordHistory = z.object({
  record: GovernanceRecord,
  versions: z.array(RecordVersion),
  signatures: z.array(RecordSignature),
});
export type RecordHistory = z.infer<typeof RecordHistory>;
