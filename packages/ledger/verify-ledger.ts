import { CheckpointTrail } from './checkpoint-trail.ts';
import { inOrderOfEntries, type LedgerFault } from './ledger-fault.ts';
import { hasLeafHash, isCanonicalJson } from './ledger-leaf.ts';
import { equalHashes, type TreeHash } from './merkle-tree.ts';
import type { NoteVerifier } from './signed-note.ts';
import {
  appendLeaves,
  EMPTY_TREE,
  type NodeCoordinate,
  rootOf,
  type TreeNode,
  type TreeState,
} from './tree-storage.ts';

/** An entry as it lies in storage. */
export interface StoredRecord {
  readonly index: number;
  /** The stored text, not parsed and written anew. */
  readonly text: string;
  readonly leafHash: TreeHash;
}

export interface LedgerToVerify {
  /** All records from `from` on in order of index, in batches of a size that suits their source. */
  readonly records: AsyncIterable<readonly StoredRecord[]>;
  /** All signed checkpoints there are, in any order; the more come from outside the store, the better. */
  readonly checkpoints: readonly string[];
  /** The key of the ledger, from a place that an attacker of the store cannot change. */
  readonly verifier: NoteVerifier;
  /** Stored interior nodes in the order asked for, null for a missing one. Left out: they are not checked. */
  readonly nodes?: (nodes: readonly NodeCoordinate[]) => Promise<readonly (TreeHash | null)[]>;
  /**
   * The tree over the entries before the first record, which were verified earlier; it should be one that a
   * checkpoint was signed for, or it is only as good as its source. Left out: everything is verified.
   */
  readonly from?: TreeState;
  /** The stored state from which the ledger is continued. Left out: it is not checked. */
  readonly state?: TreeState;
}

export interface LedgerVerdict {
  /** Entries that were read and fit, those verified earlier included. */
  readonly size: number;
  /** Root over these entries. */
  readonly root: TreeHash;
  /** How many of them, from the first, a signed checkpoint vouches for. */
  readonly signedSize: number;
  /** Empty when all fits; otherwise the one with the first entry comes first. */
  readonly faults: readonly LedgerFault[];
}

/**
 * Recomputes a whole ledger from its entries and compares everything stored with it: leaf hashes, nodes,
 * state and signed checkpoints. It reads once, in order, and keeps nothing but the frontier, so the length of
 * the ledger does not matter. It stops at the first entry that does not fit and names it.
 *
 * Who can write the store and has the key can rewrite the entries after the last checkpoint that somebody
 * else holds; `signedSize` says how far the signatures reach.
 */
export async function verifyLedger(ledger: LedgerToVerify): Promise<LedgerVerdict> {
  const trail = new CheckpointTrail(ledger.checkpoints, ledger.verifier);
  const verdict = (state: TreeState, faults: readonly LedgerFault[]): LedgerVerdict => ({
    size: state.size,
    root: rootOf(state),
    signedSize: trail.agreedSize,
    faults: inOrderOfEntries([...faults, ...trail.faults]),
  });
  let state = ledger.from ?? EMPTY_TREE;
  trail.startAt(state.size);
  trail.compare(state.size, rootOf(state));
  for await (const batch of ledger.records) {
    const { leaves, fault } = readLeaves(batch, state.size);
    for (let from = 0; from < leaves.length; ) {
      const to = Math.min(leaves.length, from + trail.nextSize - state.size);
      const grown = appendLeaves(state, leaves.slice(from, to));
      const nodeFault = ledger.nodes && (await checkNodes(grown.newNodes, ledger.nodes));
      if (nodeFault) return verdict(state, [nodeFault, ...trail.verdict(Number.POSITIVE_INFINITY)]);
      state = grown.state;
      trail.compare(state.size, grown.root);
      from = to;
    }
    // The log may go on after it, so it is not called truncated.
    if (fault) return verdict(state, [fault, ...trail.verdict(Number.POSITIVE_INFINITY)]);
  }
  return verdict(state, [...trail.verdict(state.size), ...checkState(state, ledger.state)]);
}

/** The leaf hashes of a batch up to the first record that does not fit, and what is wrong with that one. */
function readLeaves(
  batch: readonly StoredRecord[],
  size: number,
): { leaves: TreeHash[]; fault: LedgerFault | null } {
  const leaves: TreeHash[] = [];
  for (const record of batch) {
    const expected = size + leaves.length;
    const fault = recordFault(record, expected);
    if (fault) return { leaves, fault };
    leaves.push(record.leafHash);
  }
  return { leaves, fault: null };
}

function recordFault(record: StoredRecord, expected: number): LedgerFault | null {
  const { index } = record;
  if (index > expected) {
    const last = index - 1;
    const what = last > expected ? `Entries ${expected} to ${last} are` : `Entry ${expected} is`;
    return { code: 'LEDGER_GAP', entries: [expected, last], message: `${what} missing.` };
  }
  const entries = [expected, expected] as const;
  if (index !== expected) {
    const message = `Where entry ${expected} was expected, entry ${index} comes again.`;
    return { code: 'LEDGER_DUPLICATE', entries, message };
  }
  if (!hasLeafHash(record.text, record.leafHash)) {
    const message = `Entry ${index} was changed: its text does not have the hash that is stored with it.`;
    return { code: 'LEDGER_LEAF_MISMATCH', entries, message };
  }
  if (!isCanonicalJson(record.text)) {
    const message = `Entry ${index} is not in the canonical form that the ledger writes.`;
    return { code: 'LEDGER_NOT_CANONICAL', entries, message };
  }
  return null;
}

async function checkNodes(
  expected: readonly TreeNode[],
  read: NonNullable<LedgerToVerify['nodes']>,
): Promise<LedgerFault | undefined> {
  if (expected.length === 0) return undefined;
  const stored = await read(expected);
  const at = expected.findIndex(({ hash }, i) => {
    const found = stored[i];
    return !found || !equalHashes(found, hash);
  });
  const node = expected[at];
  if (!node) return undefined;
  const width = 2 ** node.level;
  const first = node.index * width;
  const last = first + width - 1;
  return {
    code: 'LEDGER_NODE_MISMATCH',
    entries: [first, last],
    message:
      `Node ${node.index} of level ${node.level} is ${stored[at] ? 'not the hash' : 'missing'} over the ` +
      `entries ${first} to ${last}: it or one of them was changed.`,
  };
}

function checkState(computed: TreeState, stored: TreeState | undefined): LedgerFault[] {
  if (!stored) return [];
  if (stored.size > computed.size) {
    const entries = [computed.size, stored.size - 1] as const;
    const message = `The ledger ends after ${computed.size} entries, but ${stored.size} were written.`;
    return [{ code: 'LEDGER_TRUNCATED', entries, message }];
  }
  const fits =
    stored.size === computed.size &&
    stored.frontier.length === computed.frontier.length &&
    stored.frontier.every((hash, i) => equalHashes(hash, computed.frontier[i]!));
  if (fits) return [];
  const message = 'The stored state of the ledger does not follow from its entries.';
  return [{ code: 'LEDGER_STATE_MISMATCH', entries: null, message }];
}
