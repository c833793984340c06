import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';

/** A ledger entry at a Unix time in milliseconds. */
export function ledgerEntry(entry: Omit<LedgerEntry, 'at'> & { readonly at: number }): LedgerEntry {
  return { ...entry, at: instantOf(entry.at) };
}
