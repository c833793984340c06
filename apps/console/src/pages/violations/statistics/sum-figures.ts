import type { ChallanCounts, OfficerCameraCounts } from '@amaan/contracts/violations/violation-figures';

/** One month of all cameras. */
export interface MonthCounts extends ChallanCounts {
  readonly month: string;
  readonly lapsed: number;
}

/** The rows of all cameras together, month by month, oldest first. */
export function byMonth(rows: readonly OfficerCameraCounts[]): MonthCounts[] {
  const months = Map.groupBy(rows, ({ month }) => month);
  return [...months]
    .map(([month, of]) => ({
      month,
      issued: sum(of, ({ issued }) => issued),
      contested: sum(of, ({ contested }) => contested),
      cancelled: sum(of, ({ cancelled }) => cancelled),
      lapsed: sum(of, ({ lapsed }) => lapsed),
    }))
    .toSorted((a, b) => a.month.localeCompare(b.month));
}

/** Counts by a name, added over all of what holds some, most first. */
export function addedUp<Name extends string>(
  counts: readonly Partial<Record<Name, number>>[],
): { readonly name: Name; readonly count: number }[] {
  const all = new Map<Name, number>();
  for (const each of counts)
    for (const [name, count] of Object.entries(each) as [Name, number][])
      all.set(name, (all.get(name) ?? 0) + count);
  return [...all].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
}

export function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
