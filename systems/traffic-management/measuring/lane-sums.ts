import { LaneSums } from '@amaan/contracts/traffic/lane-measures';

/** Members that are the largest of what is added, not the sum. */
const MAXIMA = ['maxQueueVehicles', 'maxQueueM'] as const;
const RECORDS = ['counts', 'speedHistogram'] as const;
type Maximum = (typeof MAXIMA)[number];
type Total = Exclude<keyof LaneSums, Maximum | (typeof RECORDS)[number]>;

const TOTALS = (Object.keys(LaneSums.shape) as (keyof LaneSums)[]).filter(
  (name): name is Total => ![...MAXIMA, ...RECORDS].some((other) => other === name),
);

/** Sums of a time in which nothing was seen. */
export function emptyLaneSums(): LaneSums {
  return LaneSums.parse({});
}

/**
 * The sums of two times together: exact, in any order and any grouping, since all are whole numbers. Sixty minutes added
 * up are the hour.
 */
export function addLaneSums(a: LaneSums, b: LaneSums): LaneSums {
  const sums: LaneSums = {
    ...a,
    counts: addRecords(a.counts, b.counts),
    speedHistogram: addRecords(a.speedHistogram, b.speedHistogram),
  };
  for (const name of TOTALS) sums[name] = a[name] + b[name];
  for (const name of MAXIMA) sums[name] = Math.max(a[name], b[name]);
  return sums;
}

/** A draft in fractions as whole numbers, none below zero: done once, when the minute is over. */
export function wholeLaneSums(draft: LaneSums): LaneSums {
  const sums: LaneSums = {
    ...draft,
    counts: { ...draft.counts },
    speedHistogram: { ...draft.speedHistogram },
  };
  for (const name of [...TOTALS, ...MAXIMA]) sums[name] = Math.max(0, Math.round(draft[name]));
  return sums;
}

function addRecords<Key extends string>(
  a: Partial<Record<Key, number>>,
  b: Partial<Record<Key, number>>,
): Record<Key, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as Key[];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)])) as Record<
    Key,
    number
  >;
}
