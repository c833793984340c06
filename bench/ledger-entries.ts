import type { LedgerEntry } from '@amaan/contracts/ledger-entry';

/** An entry of the kind that the ledger holds most of. */
export function benchEntry(n: number): LedgerEntry {
  return {
    kind: 'observation.recorded',
    at: '2026-03-01T08:15:30.250Z',
    actor: 'system:server',
    subject: `observation-batch:0191d6a0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
    data: { count: 500, digest: 'a'.repeat(64) },
  };
}
