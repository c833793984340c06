import { hash } from 'node:crypto';
import { canonicalJson } from '@amaan/contracts/digest-of';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { sha256, type TreeHash } from './merkle-tree.ts';

/** An entry as the log stores it. */
export interface LedgerLeaf {
  /** The entry in canonical JSON (RFC 8785): keep this very text, the hash is over its UTF-8 bytes. */
  readonly text: string;
  readonly leafHash: TreeHash;
}

/**
 * The leaf of an entry.
 * @throws TypeError when the entry has no JSON form.
 */
export function ledgerLeaf(entry: LedgerEntry): LedgerLeaf {
  const text = canonicalJson(entry);
  return { text, leafHash: leafHashOfText(text) };
}

/** The leaf hash of a stored entry text: `hashLeaf` of its UTF-8 bytes, in one call. */
export function leafHashOfText(text: string): TreeHash {
  return sha256(`\u0000${text}`);
}

/** Whether a stored entry text has this leaf hash. A verifier asks it a million times: nothing is copied. */
export function hasLeafHash(text: string, leafHash: TreeHash): boolean {
  const { buffer, byteOffset, length } = leafHash;
  return (
    hash('sha256', `\u0000${text}`, 'binary') === Buffer.from(buffer, byteOffset, length).toString('latin1')
  );
}

/** Whether a text is JSON in canonical form (RFC 8785). */
export function isCanonicalJson(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  // RFC 8785 is ECMAScript's own serialisation with sorted members, so this answers for nearly all texts.
  if (JSON.stringify(value) === text && hasSortedMembers(value)) return true;
  // Members named like array indexes come out of JSON.parse in another order; only sorting tells.
  return canonicalJson(value) === text;
}

function hasSortedMembers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedMembers);
  const members = value as Record<string, unknown>;
  const names = Object.keys(members);
  return names.every((name, i) => (i === 0 || names[i - 1]! < name) && hasSortedMembers(members[name]));
}
