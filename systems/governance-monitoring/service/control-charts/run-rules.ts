import type { ChartRule, RuleSet } from '@amaan/contracts/service/control-chart';

/** A rule looks at the distances from the centre, in sigma, of a point and those before it. */
interface RunRule {
  readonly rule: ChartRule;
  /** How many points it looks at. */
  readonly span: number;
  /** @param last so many distances, oldest first */
  readonly holds: (last: readonly number[]) => boolean;
}

const sign = (value: number) => Math.sign(value);
const oneSide = (last: readonly number[]) =>
  sign(last[0]!) !== 0 && last.every((z) => sign(z) === sign(last[0]!));
/** At least so many of them lie further out than so many sigma, on one side. */
const beyond = (last: readonly number[], sigma: number, count: number) =>
  [1, -1].some((side) => last.filter((z) => side * z > sigma).length >= count);
const pairs = (last: readonly number[]) => last.slice(1).map((z, index) => z - last[index]!);

/** Western Electric, Statistical Quality Control Handbook (1956), pages 25–28. */
const WESTERN_ELECTRIC: readonly RunRule[] = [
  { rule: 'we-1', span: 1, holds: (last) => beyond(last, 3, 1) },
  { rule: 'we-2', span: 3, holds: (last) => beyond(last, 2, 2) },
  { rule: 'we-3', span: 5, holds: (last) => beyond(last, 1, 4) },
  { rule: 'we-4', span: 8, holds: oneSide },
];

/** L. S. Nelson, Journal of Quality Technology 16 (1984) 237–239. */
const NELSON: readonly RunRule[] = [
  { rule: 'nelson-1', span: 1, holds: (last) => beyond(last, 3, 1) },
  { rule: 'nelson-2', span: 9, holds: oneSide },
  {
    rule: 'nelson-3',
    span: 6,
    holds: (last) => pairs(last).every((step) => step > 0) || pairs(last).every((step) => step < 0),
  },
  {
    rule: 'nelson-4',
    span: 14,
    holds: (last) =>
      pairs(last).every(
        (step, index, all) => step !== 0 && (index === 0 || sign(step) === -sign(all[index - 1]!)),
      ),
  },
  { rule: 'nelson-5', span: 3, holds: (last) => beyond(last, 2, 2) },
  { rule: 'nelson-6', span: 5, holds: (last) => beyond(last, 1, 4) },
  { rule: 'nelson-7', span: 15, holds: (last) => last.every((z) => Math.abs(z) < 1) },
  { rule: 'nelson-8', span: 8, holds: (last) => last.every((z) => Math.abs(z) > 1) },
];

const RULES: Record<RuleSet, readonly RunRule[]> = {
  'western-electric': WESTERN_ELECTRIC,
  nelson: NELSON,
};

/**
 * Which rules end at each point: signs that the process is not the one that the limits are of.
 *
 * @param distances of points from the centre in their own sigma; null: there is no point, and runs begin anew
 * @returns the rules that hold at each point
 */
export function runSignals(distances: readonly (number | null)[], set: RuleSet): ChartRule[][] {
  return distances.map((_, index) =>
    RULES[set].flatMap(({ rule, span, holds }) => {
      if (index + 1 < span) return [];
      const last = distances.slice(index + 1 - span, index + 1);
      // Rules of zones want the point itself to be one of those that lie out.
      return last.every((one) => one !== null) && holds(last as number[]) && isPartOf(rule, last as number[])
        ? [rule]
        : [];
    }),
  );
}

const ZONES: Partial<Record<ChartRule, number>> = { 'we-2': 2, 'we-3': 1, 'nelson-5': 2, 'nelson-6': 1 };

function isPartOf(rule: ChartRule, last: readonly number[]): boolean {
  const sigma = ZONES[rule];
  if (sigma === undefined) return true;
  const own = last.at(-1)!;
  return Math.abs(own) > sigma && last.filter((z) => sign(own) * z > sigma).length >= last.length - 1;
}
