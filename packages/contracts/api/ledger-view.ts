import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Instant } from '../instant.ts';
import { LedgerEntry } from '../ledger-entry.ts';

const Index = z.int().nonnegative();

/** What the platform found when it verified its own ledger. */
export const LedgerCheck = z.object({
  at: Instant,
  kind: z.enum(['full', 'incremental']),
  /** Entries before this were verified by an earlier check. */
  from: Index,
  size: Index,
  root: Digest,
  /** Empty: nothing was changed. */
  faults: z.array(
    z.object({ code: z.string(), entries: z.tuple([Index, Index]).nullable(), message: z.string() }),
  ),
  seconds: z.number().nonnegative(),
});
export type LedgerCheck = z.infer<typeof LedgerCheck>;

/** The head of the ledger. */
export const LedgerHead = z.object({
  size: Index,
  /** RFC 9162 root hash over the first `size` entries. */
  root: Digest,
  /** Newest signed checkpoint (C2SP tlog-checkpoint); null before the first one. */
  checkpoint: z.string().nullable(),
  /** The verifier key (C2SP signed-note form) that checkpoints are checked against. */
  vkey: z.string(),
  /** What the newest self-check found; null before the first. */
  check: LedgerCheck.nullable(),
});
export type LedgerHead = z.infer<typeof LedgerHead>;

export const LedgerQuery = z.object({
  /** Entries with a smaller index than this; the newest ones when left out. */
  before: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Entries, newest first. */
export const LedgerPage = z.object({
  entries: z.array(z.object({ index: Index, entry: LedgerEntry, leafHash: Digest })),
  /** `before` of the next page, or null when this is the last one. */
  nextBefore: Index.nullable(),
});
export type LedgerPage = z.infer<typeof LedgerPage>;

/** RFC 9162 inclusion proof of one entry under a signed checkpoint that is at least as long. */
export const LedgerProof = z.object({
  index: Index,
  size: Index,
  leafHash: Digest,
  root: Digest,
  path: z.array(Digest),
  checkpoint: z.string(),
});
export type LedgerProof = z.infer<typeof LedgerProof>;
