import type { Digest } from '@amaan/contracts/digest';
import type { ProvenEntry } from '@amaan/contracts/explanation';
import { edgeIndexes, type PackLedger } from '@amaan/governance/pack/pack-ledger';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { digestHex } from '@amaan/store/digest-column';
import { findLedgerRange, type LedgerRange, listCheckpointsAround } from '@amaan/store/ledger-period';
import { getLedgerEntry, proveConsistency, proveInclusion } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { ConflictError } from '../http/http-errors.ts';
import type { CheckpointService } from '../ledger/checkpoint-service.ts';

/** Checkpoints in a pack, thinned evenly when the period has more. */
const MOST_CHECKPOINTS = 200;

export interface PeriodSources {
  readonly db: Database;
  readonly checkpoints: Pick<CheckpointService, 'sign' | 'newest' | 'vkey'>;
}

/** A period as the ledger has it. */
export interface PackPeriod {
  readonly range: LedgerRange;
  /** Signed heads from before the period to after it. */
  readonly checkpoints: readonly string[];
  /** Size of the first one that vouches for the whole period, and its root. */
  readonly periodSize: number;
  readonly seed: Digest;
}

/**
 * Finds a period in the ledger, whose head is signed first.
 * @throws ConflictError `LEDGER_EMPTY` when there is no entry yet
 */
export async function openPeriod(
  { db, checkpoints }: PeriodSources,
  period: { readonly from: string; readonly to: string },
): Promise<PackPeriod> {
  await checkpoints.sign();
  const newest = await checkpoints.newest();
  if (newest === null) {
    throw new ConflictError('LEDGER_EMPTY', 'The ledger has no entry yet, so there is nothing to prove.');
  }
  const verifier = parseVerifierKey(checkpoints.vkey);
  const range = await findLedgerRange(db, period, openCheckpoint(newest, verifier).size);
  const around = await listCheckpointsAround(db, range, MOST_CHECKPOINTS);
  const last = openCheckpoint(around.at(-1)?.note ?? newest, verifier);
  return {
    range,
    checkpoints: around.map(({ note }) => note),
    periodSize: last.size,
    seed: digestHex(last.root),
  };
}

/**
 * The ledger part of a pack: all checkpoints that it rests on, each proven to have grown into the newest.
 * @param used further checkpoints, which explanations rest on
 */
export async function describeLedger(
  { db, checkpoints }: PeriodSources,
  { range, checkpoints: around, periodSize }: PackPeriod,
  used: ReadonlySet<string>,
): Promise<PackLedger> {
  const { vkey } = checkpoints;
  const verifier = parseVerifierKey(vkey);
  const head = (await checkpoints.newest()) ?? '';
  const { size } = openCheckpoint(head, verifier);
  const notes = [...new Set([...around, ...used])]
    .map((note) => ({ note, size: openCheckpoint(note, verifier).size }))
    .sort((a, b) => a.size - b.size);
  const proven: PackLedger['checkpoints'] = [];
  for (const { note, size: old } of notes)
    proven.push({ note, toHead: await proveConsistency(db, old, size) });
  const edges: ProvenEntry[] = [];
  for (const index of edgeIndexes(range, size)) {
    const stored = await getLedgerEntry(db, index);
    if (stored !== null) edges.push({ ...stored, path: await proveInclusion(db, index, size) });
  }
  return { vkey, range, checkpoints: proven, head, periodSize, edges };
}
