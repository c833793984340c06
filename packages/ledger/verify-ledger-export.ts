import { LedgerExportCorrupt, readLedgerExport, splitLines } from './ledger-export.ts';
import { inOrderOfEntries, type LedgerFault } from './ledger-fault.ts';
import { EMPTY_ROOT } from './merkle-tree.ts';
import { formatVerifierKey, NoteError, type NoteVerifier, parseVerifierKey } from './signed-note.ts';
import { type LedgerVerdict, type StoredRecord, verifyLedger } from './verify-ledger.ts';

/** What is known from elsewhere; without it, a file can only be checked against itself. */
export interface KnownOfLedger {
  /** The ledger's verifier key. Left out: the one that the file names. */
  readonly vkey?: string;
  /** Signed checkpoints kept outside: they show a ledger that was rewritten or cut. */
  readonly checkpoints?: readonly string[];
}

export interface LedgerExportVerdict extends LedgerVerdict {
  /** The verifier key that was used; null when the file did not even name one. */
  readonly vkey: string | null;
  /** Signed checkpoints compared. */
  readonly checkpoints: number;
}

/**
 * Verifies an exported ledger offline, reading it once.
 * @param chunks the bytes of the file.
 * @throws NoteError `NOTE_KEY_MALFORMED` when `known.vkey` is not a verifier key; faults of the file do not
 *   throw, the verdict names them.
 */
export async function verifyLedgerExport(
  chunks: AsyncIterable<Uint8Array>,
  known: KnownOfLedger = {},
): Promise<LedgerExportVerdict> {
  const knownKey = known.vkey === undefined ? null : parseVerifierKey(known.vkey);
  try {
    const file = await readLedgerExport(splitLines(chunks));
    const verifier = knownKey ?? headerKey(file.header.vkey);
    const vkey = formatVerifierKey(verifier);
    if (file.header.origin !== verifier.name || file.header.vkey !== vkey) {
      throw new LedgerExportCorrupt(1, 'names another ledger or another key than the one expected');
    }
    const checkpoints = [...file.checkpoints, ...(known.checkpoints ?? [])];
    const records = new RecordsUntilCorrupt(file.records);
    const verdict = await verifyLedger({ records, checkpoints, verifier });
    return { ...verdict, faults: allFaults(verdict, records.fault), vkey, checkpoints: checkpoints.length };
  } catch (error) {
    if (!(error instanceof LedgerExportCorrupt)) throw error;
    const faults = [faultOf(error, null)];
    return { size: 0, root: EMPTY_ROOT, signedSize: 0, faults, vkey: known.vkey ?? null, checkpoints: 0 };
  }
}

/** The records of a file up to the line that does not read as one; `fault` says which. */
class RecordsUntilCorrupt {
  fault: LedgerFault | null = null;
  readonly #records: AsyncIterable<readonly StoredRecord[]>;

  constructor(records: AsyncIterable<readonly StoredRecord[]>) {
    this.#records = records;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly StoredRecord[], void, undefined> {
    let entries = 0;
    try {
      for await (const batch of this.#records) {
        entries += batch.length;
        yield batch;
      }
    } catch (error) {
      if (!(error instanceof LedgerExportCorrupt)) throw error;
      this.fault = faultOf(error, entries);
    }
  }
}

/** That entries are missing is no news beside the line that broke before them. */
function allFaults(verdict: LedgerVerdict, corrupt: LedgerFault | null): readonly LedgerFault[] {
  if (!corrupt) return verdict.faults;
  return inOrderOfEntries([corrupt, ...verdict.faults.filter(({ code }) => code !== 'LEDGER_TRUNCATED')]);
}

function faultOf({ line, message }: LedgerExportCorrupt, entry: number | null): LedgerFault {
  return { code: 'LEDGER_EXPORT_CORRUPT', entries: entry === null ? null : [entry, entry], message, line };
}

function headerKey(vkey: string): NoteVerifier {
  try {
    return parseVerifierKey(vkey);
  } catch (error) {
    if (error instanceof NoteError) throw new LedgerExportCorrupt(1, 'does not name a verifier key');
    throw error;
  }
}
