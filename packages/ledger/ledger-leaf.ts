import { canonicalJson } from '@amaan/contracts/digest';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { hashLeaf, type TreeHash } from './merkle-tree.ts';

/** An entry as the log stores it. */
export interface LedgerLeaf {
  /** The entry in canonical JSON (RFC 8785): keep this very text, the hash is over its UTF-8 bytes. */
  readonly text: string;
  readonly leafHash: TreeHash;
}

const encoder = new TextEncoder();

/**
 * The leaf of an entry.
 * @throws TypeError when the entry has no JSON form.
 */
export function ledgerLeaf(entry: LedgerEntry): LedgerLeaf {
  const text = canonicalJson(entry);
  return { text, leafHash: leafHashOfText(text) };
}

/** The hash of a stored entry text. */
export function leafHashOfText(text: string): TreeHash {
  return hashLeaf(encoder.encode(text));
}
