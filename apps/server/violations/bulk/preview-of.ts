import { digestOfJson } from '@amaan/contracts/digest-of';
import type { BulkCancelPreview } from '@amaan/contracts/violations/bulk-cancel';
import type { ChallanState } from '@amaan/contracts/violations/challan';
import type { ScopedChallan } from '@amaan/store/violations/bulk-cancels';

/** Of these nothing is owed any more, whatever was wrong with them. */
const OVER: readonly ChallanState[] = ['cancelled', 'lapsed', 'refund-due', 'refunded'];

/** What of a scope would be cancelled. */
export function cancellable(scoped: readonly ScopedChallan[]): ScopedChallan[] {
  return scoped.filter(({ state }) => !OVER.includes(state));
}

/** Counts and sums of what would be cancelled; the digest is over exactly these challans, in whatever order they come. */
export function previewOf(scoped: readonly ScopedChallan[], openCases: number): BulkCancelPreview {
  const challans = cancellable(scoped);
  const paid = challans.filter(({ held }) => held > 0);
  const sum = (some: readonly ScopedChallan[], of: 'amount' | 'held') =>
    some.reduce((total, challan) => total + challan[of], 0);
  const versions = countBy(challans, ({ softwareVersion }) => softwareVersion);
  return {
    challans: challans.length,
    amount: sum(challans, 'amount'),
    byState: Object.fromEntries(countBy(challans, ({ state }) => state)),
    paid: { challans: paid.length, amount: sum(paid, 'held') },
    over: scoped.length - challans.length,
    openCases,
    softwareVersions: [...versions].sort().map(([version, count]) => ({ version, challans: count })),
    digest: digestOfJson(challans.map(({ id }) => id).sort()),
  };
}

function countBy<Key>(
  challans: readonly ScopedChallan[],
  keyOf: (challan: ScopedChallan) => Key,
): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const challan of challans) counts.set(keyOf(challan), (counts.get(keyOf(challan)) ?? 0) + 1);
  return counts;
}
