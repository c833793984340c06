import type { Identifier } from '@amaan/contracts/identifier';
import type { JsonValue } from '@amaan/contracts/json-value';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Who is meant where a rule suggests a ticket. */
export const CIVIC_RULES = { id: 'civic-rules', name: 'Rule' } as const;

/** The ledger's entry of something that was done about a ticket. Notes may name people: only their digest is in `data`. */
export function civicEntry(
  what: string,
  ticketId: Identifier,
  {
    at,
    actor,
    data,
  }: { readonly at: number; readonly actor: string; readonly data: Record<string, JsonValue> },
): LedgerEntry {
  return ledgerEntry({ kind: `civic-ticket.${what}`, at, actor, subject: `civic-ticket:${ticketId}`, data });
}
