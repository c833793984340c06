import { Digest } from '@amaan/contracts/digest';
import { ProvenEntry } from '@amaan/contracts/explanation';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { verifyConsistency } from '@amaan/ledger/consistency-proof';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { equalHashes } from '@amaan/ledger/merkle-tree';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { z } from 'zod';
import { PackError } from './pack-manifest.ts';

const Place = z.int().nonnegative();

/** What a pack says of the ledger over its period. */
export const PackLedger = z.object({
  vkey: z.string(),
  /** The entries of the period: from `start` (included) to `end` (not included). */
  range: z.object({ start: Place, end: Place }),
  /** Signed heads by size, each with its RFC 9162 consistency proof to the newest, `head`. */
  checkpoints: z.array(z.object({ note: z.string(), toHead: z.array(Digest) })),
  head: z.string(),
  /**
   * Size of the first signed head that vouches for the whole period; its root is the seed of the sample, so
   * that nobody who draws can choose it.
   */
  periodSize: Place,
  /** The entries on both sides of the range's ends, whose times show that the range is the period. */
  edges: z.array(ProvenEntry),
});
export type PackLedger = z.infer<typeof PackLedger>;

/** What the verified ledger vouches for. */
export interface VerifiedLedger {
  readonly notes: ReadonlySet<string>;
  readonly range: PackLedger['range'];
  readonly size: number;
  readonly root: Uint8Array;
  /** Root of the checkpoint over the whole period. */
  readonly seed: Digest;
}

/**
 * Checks signatures, that every checkpoint grew into the newest one, and that the range is the period.
 * @throws PackError `PACK_LEDGER_INVALID`
 */
export function verifyPackLedger(
  document: unknown,
  vkey: string,
  period: { readonly from: string; readonly to: string },
): VerifiedLedger {
  const parsed = PackLedger.safeParse(document);
  if (!parsed.success) throw invalid(`${parsed.error.issues[0]?.path.join('.')} is missing or wrong`);
  const ledger = parsed.data;
  const head = opened(ledger.head, vkey, 'The newest checkpoint');
  let seed: Digest | undefined;
  for (const { note, toHead } of ledger.checkpoints) {
    const { size, root } = opened(note, vkey, 'A checkpoint');
    if (!verifyConsistency(size, root, head.size, head.root, toHead.map(bytes))) {
      throw invalid(`the checkpoint of ${size} entries did not grow into the newest of ${head.size}`);
    }
    if (size === ledger.periodSize) seed = Buffer.from(root).toString('hex');
  }
  if (ledger.range.start > ledger.range.end || ledger.range.end > ledger.periodSize) {
    throw invalid('the range of entries lies outside the checkpoint of its period');
  }
  if (seed === undefined) throw invalid('the checkpoint that vouches for the period is missing');
  for (const edge of ledger.edges) verifyEdge(edge, head, ledger.range, period);
  requireEdges(ledger, head.size);
  return {
    notes: new Set([ledger.head, ...ledger.checkpoints.map(({ note }) => note)]),
    range: ledger.range,
    ...head,
    seed,
  };
}

/** The indexes whose entries show where a period begins and ends in a ledger of `size` entries. */
export function edgeIndexes({ start, end }: PackLedger['range'], size: number): number[] {
  const inside = start < end ? [start, end - 1] : [];
  return [...new Set([start - 1, ...inside, end])]
    .filter((index) => index >= 0 && index < size)
    .sort((a, b) => a - b);
}

function verifyEdge(
  { index, entry, leafHash, path }: ProvenEntry,
  head: { readonly size: number; readonly root: Uint8Array },
  { start, end }: PackLedger['range'],
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const leaf = ledgerLeaf(entry).leafHash;
  if (!equalHashes(leaf, bytes(leafHash))) throw invalid(`entry ${index} does not hash to its leaf`);
  if (!verifyInclusion(leaf, index, head.size, path.map(bytes), head.root)) {
    throw invalid(`the proof of entry ${index} does not lead to the newest checkpoint`);
  }
  const within = entry.at >= from && entry.at < to;
  if (within !== (index >= start && index < end)) {
    throw invalid(`entry ${index} of ${entry.at} is on the wrong side of the period`);
  }
}

function requireEdges(ledger: PackLedger, size: number): void {
  const given = new Set(ledger.edges.map(({ index }) => index));
  const missing = edgeIndexes(ledger.range, size).find((index) => !given.has(index));
  if (missing !== undefined) throw invalid(`entry ${missing}, at the edge of the period, is missing`);
}

function opened(note: string, vkey: string, what: string) {
  try {
    const { size, root } = openCheckpoint(note, parseVerifierKey(vkey));
    return { size, root };
  } catch (cause) {
    throw invalid(`${what} is not signed by the given key`, cause);
  }
}

function bytes(digest: Digest): Uint8Array {
  return Buffer.from(digest, 'hex');
}

function invalid(why: string, cause?: unknown): PackError {
  return new PackError('PACK_LEDGER_INVALID', `The ledger part of the pack does not hold: ${why}.`, {
    cause,
  });
}
