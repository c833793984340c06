import type { LedgerProof } from '@amaan/contracts/api/ledger-view';
import canonicalize from 'canonicalize';
import { parseCheckpoint, type SignatureCheck, verifyCheckpoint } from './checkpoint.ts';

/** The outcome of a check, with the first thing that does not fit. */
export type InclusionCheck =
  | { readonly proven: true; readonly signature: Exclude<SignatureCheck, 'bad'> }
  | { readonly proven: false; readonly reason: 'leaf' | 'root' | 'signatureBad' };

/**
 * Checks, in the browser, that an entry is in the ledger that a checkpoint signs: hashes the entry itself,
 * follows the proof to the root, compares the root with the checkpoint's and checks its signature.
 */
export async function checkInclusion({
  entry,
  expectedLeaf,
  proof,
  vkey,
}: {
  entry: unknown;
  /** The leaf hash that the page showed before. */
  expectedLeaf: string;
  proof: LedgerProof;
  vkey: string;
}): Promise<InclusionCheck> {
  const leaf = await hashLeaf(canonicalize(entry) ?? '');
  if (toHex(leaf) !== expectedLeaf) return { proven: false, reason: 'leaf' };

  const checkpoint = parseCheckpoint(proof.checkpoint);
  const root = await rootFromInclusion(leaf, proof.index, proof.size, proof.path.map(fromHex));
  if (root === null || checkpoint === null) return { proven: false, reason: 'root' };
  if (checkpoint.size !== proof.size || toHex(checkpoint.root) !== toHex(root)) {
    return { proven: false, reason: 'root' };
  }
  const signature = await verifyCheckpoint(proof.checkpoint, vkey);
  return signature === 'bad' ? { proven: false, reason: 'signatureBad' } : { proven: true, signature };
}

/**
 * The root that an inclusion proof leads to (RFC 9162, section 2.1.3.2).
 * @returns null when the proof has too many or too few hashes for a tree of this size.
 */
export async function rootFromInclusion(
  leaf: Uint8Array<ArrayBuffer>,
  index: number,
  size: number,
  path: readonly Uint8Array<ArrayBuffer>[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (index >= size) return null;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = await hashNode(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await hashNode(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** RFC 9162, section 2.1.1: leaves and nodes are told apart by their first byte. */
const hashLeaf = (text: string) => sha256(Uint8Array.of(0), new TextEncoder().encode(text));
const hashNode = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right);

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
