import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Principal } from '../access/decide.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Who does something with signals: a person, or the platform itself when a time is over. */
export interface SignalActor {
  /** `user:ID`, `program:…` or `system:…`. */
  readonly actor: string;
  readonly name: string;
}

/** What happens by itself. */
export const SIGNAL_UPKEEP: SignalActor = { actor: 'system:signals', name: 'Amaan' };

export function signalActor(by: Principal): SignalActor {
  return { actor: `user:${by.id}`, name: by.name };
}

/** An entry of the ledger about a junction, an approval, a wave or a replay. Words stand in it as digests. */
export function signalEntry(
  kind: string,
  subject: string,
  at: number,
  by: SignalActor,
  data: LedgerEntry['data'],
): LedgerEntry {
  return ledgerEntry({ kind, at, actor: by.actor, subject, data });
}
