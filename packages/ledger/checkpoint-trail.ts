import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import type { LedgerFault } from './ledger-fault.ts';
import { equalHashes, type TreeHash } from './merkle-tree.ts';
import { NoteError, type NoteVerifier } from './signed-note.ts';

/** The signed checkpoints of a log, compared one after the other with a tree that is growing. */
export class CheckpointTrail {
  /** Faults of the checkpoints themselves: wrong signatures, and two roots for one size. */
  readonly faults: readonly LedgerFault[];
  readonly #checkpoints: readonly Checkpoint[];
  #next = 0;
  #agreed: Checkpoint | null = null;
  /** Those that did not fit, until it is known whether a later one does. */
  #mismatched: Checkpoint[] = [];
  #goodBefore: Checkpoint | null = null;
  readonly #agreedSizes = new Set<number>();

  constructor(notes: readonly string[], verifier: NoteVerifier) {
    const faults: LedgerFault[] = [];
    const checkpoints: Checkpoint[] = [];
    for (const [place, note] of notes.entries()) {
      try {
        checkpoints.push(openCheckpoint(note, verifier));
      } catch (error) {
        if (!(error instanceof NoteError)) throw error;
        faults.push({
          code: 'LEDGER_CHECKPOINT_INVALID',
          entries: null,
          message: `Checkpoint ${place + 1} of ${notes.length} is not valid. ${error.message}`,
        });
      }
    }
    this.#checkpoints = checkpoints.sort((a, b) => a.size - b.size);
    this.faults = [...faults, ...twoRoots(this.#checkpoints)];
  }

  /** Leaves out checkpoints of a tree that is smaller than the one that the comparison begins with. */
  startAt(size: number): void {
    while ((this.#checkpoints[this.#next]?.size ?? size) < size) this.#next++;
  }

  /** Size of the next checkpoint to compare; infinity after the last. */
  get nextSize(): number {
    return this.#checkpoints[this.#next]?.size ?? Number.POSITIVE_INFINITY;
  }

  /** Size of the last checkpoint that fits. */
  get agreedSize(): number {
    return this.#agreed?.size ?? 0;
  }

  /** Compares all checkpoints of a size with the root that the entries lead to. */
  compare(size: number, root: TreeHash): void {
    for (
      let next = this.#checkpoints[this.#next];
      next?.size === size;
      next = this.#checkpoints[this.#next]
    ) {
      this.#next++;
      if (equalHashes(next.root, root)) {
        this.#agreed = next;
        this.#agreedSizes.add(size);
      } else {
        if (this.#mismatched.length === 0) this.#goodBefore = this.#agreed;
        this.#mismatched.push(next);
      }
    }
  }

  /** What the comparisons came to, for a log that ended with `size` entries. */
  verdict(size: number): LedgerFault[] {
    const faults: LedgerFault[] = [];
    // Beside one of the same size that fits, the fault is that there are two; `faults` has it.
    const mismatched = this.#mismatched.find(({ size: signed }) => !this.#agreedSizes.has(signed));
    if (mismatched) faults.push(this.#mismatch(mismatched));
    const last = this.#checkpoints.at(-1);
    if (last && last.size > size) {
      faults.push({
        code: 'LEDGER_TRUNCATED',
        entries: [size, last.size - 1],
        message: `The ledger ends after ${size} entries, but a signed checkpoint vouches for ${last.size}.`,
      });
    }
    return faults;
  }

  #mismatch({ size }: Checkpoint): LedgerFault {
    const agreed = this.#agreed;
    if (agreed && agreed.size > size) {
      return {
        code: 'LEDGER_FORKED',
        entries: null,
        message:
          `The checkpoints for ${size} and ${agreed.size} entries contradict each other: both are signed, ` +
          'so the ledger’s key signed two histories.',
      };
    }
    const first = this.#goodBefore?.size ?? 0;
    return {
      code: 'LEDGER_CHECKPOINT_MISMATCH',
      entries: size > first ? [first, size - 1] : null,
      message:
        `The entries do not lead to the root that was signed for ${size} entries: one of the entries ` +
        `${first} to ${size - 1} is not what it was then.`,
    };
  }
}

function twoRoots(sorted: readonly Checkpoint[]): LedgerFault[] {
  return sorted.flatMap((checkpoint, i) => {
    const before = sorted[i - 1];
    if (before?.size !== checkpoint.size || equalHashes(before.root, checkpoint.root)) return [];
    return [
      {
        code: 'LEDGER_FORKED' as const,
        entries: null,
        message: `Two signed checkpoints name different roots for ${checkpoint.size} entries.`,
      },
    ];
  });
}
