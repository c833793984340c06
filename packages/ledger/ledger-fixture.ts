import { generateKeyPairSync } from 'node:crypto';
import { signCheckpoint } from './checkpoint.ts';
import { ledgerLeaf } from './ledger-leaf.ts';
import type { TreeHash } from './merkle-tree.ts';
import { type NoteSigner, type NoteVerifier, verifierOf } from './signed-note.ts';
import { appendLeaves, EMPTY_TREE, type NodeReader, type TreeNode, type TreeState } from './tree-storage.ts';
import type { LedgerToVerify, StoredRecord } from './verify-ledger.ts';

/** A ledger as a store would hold it, open to tampering. */
export interface LedgerFixture {
  readonly signer: NoteSigner;
  readonly verifier: NoteVerifier;
  records: StoredRecord[];
  nodes: TreeNode[];
  checkpoints: string[];
  state: TreeState;
}

const signer: NoteSigner = {
  name: 'example.com/amaan',
  privateKey: generateKeyPairSync('ed25519').privateKey,
};

/** A ledger of `size` entries with signed checkpoints at the sizes given. */
export function ledgerFixture(size: number, checkpointSizes: readonly number[], salt = ''): LedgerFixture {
  const records: StoredRecord[] = [];
  const nodes: TreeNode[] = [];
  const checkpoints: string[] = [];
  let state = EMPTY_TREE;
  for (let index = 0; index < size; index++) {
    const { text, leafHash } = ledgerLeaf({
      kind: 'alert.reviewed',
      at: new Date(1_772_000_000_000 + index).toISOString(),
      actor: 'user:1',
      subject: `alert:${index}${salt}`,
      data: { decision: index % 2 === 0 ? 'confirmed' : 'rejected', note: 'متن "quoted"\n' },
    });
    const grown = appendLeaves(state, [leafHash]);
    records.push({ index, text, leafHash });
    nodes.push(...grown.newNodes);
    state = grown.state;
    if (checkpointSizes.includes(state.size)) {
      checkpoints.push(signCheckpoint({ size: state.size, root: grown.root }, signer));
    }
  }
  return { signer, verifier: verifierOf(signer), records, nodes, checkpoints, state };
}

/** The fixture as `verifyLedger` takes it, with everything stored to be checked. */
export function toVerify(ledger: LedgerFixture, batch = 3): LedgerToVerify {
  const nodes = new Map(ledger.nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return {
    records: inBatches(ledger.records, batch),
    checkpoints: ledger.checkpoints,
    verifier: ledger.verifier,
    nodes: async (asked) => asked.map(({ level, index }) => nodes.get(`${level}/${index}`) ?? null),
    state: ledger.state,
  };
}

export async function* inBatches<T>(items: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** A copy with one bit turned. */
export function withBitTurned<T extends Uint8Array>(bytes: T, bit: number): Uint8Array {
  const turned = Uint8Array.from(bytes);
  turned[(bit >> 3) % turned.length]! ^= 1 << (bit & 7);
  return turned;
}

/** A tree whose nodes are all in memory. */
export function memoryTree(leafHashes: readonly TreeHash[]): {
  readonly root: TreeHash;
  readonly read: NodeReader;
} {
  const { newNodes, root } = appendLeaves(EMPTY_TREE, leafHashes);
  const nodes = new Map(newNodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return {
    root,
    read: async (asked) =>
      asked.map(({ level, index }) => {
        const hash = level === 0 ? leafHashes[index] : nodes.get(`${level}/${index}`);
        if (!hash) throw new RangeError(`The tree has no node ${level}/${index}.`);
        return hash;
      }),
  };
}
