export const LEDGER_FAULT_CODES = [
  /** An entry is missing. */
  'LEDGER_GAP',
  /** An entry comes again where the next one was expected. */
  'LEDGER_DUPLICATE',
  /** An entry's text does not hash to the leaf hash stored with it. */
  'LEDGER_LEAF_MISMATCH',
  /** An entry's text is not canonical JSON: it was not written by the ledger. */
  'LEDGER_NOT_CANONICAL',
  /** A stored node is missing or does not follow from the entries below it. */
  'LEDGER_NODE_MISMATCH',
  /** The stored size and frontier do not follow from the entries. */
  'LEDGER_STATE_MISMATCH',
  /** A stored checkpoint is not one, or is not signed by the ledger's key. */
  'LEDGER_CHECKPOINT_INVALID',
  /** The entries do not lead to the root of a signed checkpoint. */
  'LEDGER_CHECKPOINT_MISMATCH',
  /** Two signed checkpoints contradict each other: the key signed two histories. */
  'LEDGER_FORKED',
  /** There are fewer entries than a signed checkpoint vouches for. */
  'LEDGER_TRUNCATED',
  /** A line of an exported ledger does not read as one. */
  'LEDGER_EXPORT_CORRUPT',
] as const;
export type LedgerFaultCode = (typeof LEDGER_FAULT_CODES)[number];

/** Something in a ledger that does not fit. */
export interface LedgerFault {
  readonly code: LedgerFaultCode;
  /** The entries that the fault lies in, first and last; null when it lies elsewhere. */
  readonly entries: readonly [first: number, last: number] | null;
  /** One sentence for people. */
  readonly message: string;
  /** Line of the exported file, from 1, where there is one to name. */
  readonly line?: number;
}

/** Faults by the first entry that they lie in; those of no entry last. */
export function inOrderOfEntries(faults: readonly LedgerFault[]): LedgerFault[] {
  const first = ({ entries }: LedgerFault) => entries?.[0] ?? Number.POSITIVE_INFINITY;
  return faults.toSorted((a, b) => {
    // Not by subtraction: infinity minus infinity is no number.
    const [x, y] = [first(a), first(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}
