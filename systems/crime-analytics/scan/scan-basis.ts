import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import type { ReplicaRandom } from '../replica-random.ts';
import type { ScanQuestion } from './scan-question.ts';
import { type ScanZones, scanZones } from './scan-zones.ts';

/** The step of each case, cases sorted by place. */
export interface PlacedCases {
  /** The cases of place p are `step[start[p]]` … `step[start[p + 1] − 1]`. */
  readonly start: Int32Array;
  readonly step: Int32Array;
}

/** What a scan knows before it looks: circles, what is expected in each, and how to draw a replica. */
export interface ScanBasis {
  readonly zones: ScanZones;
  readonly cases: PlacedCases;
  /** All cases. */
  readonly total: number;
  /** Share of the expected cases by place … */
  readonly placeShare: Float64Array;
  /** … and by step, summed up: `stepShare[b] − stepShare[a]` is that of the steps a … b − 1. */
  readonly stepShare: Float64Array;
  readonly steps: number;
  readonly maxSteps: number;
  readonly isLast: boolean;
  readonly minCases: number;
  readonly draw: (random: ReplicaRandom) => PlacedCases;
}

/** @throws CrimeAnalyticsError `SCAN_INVALID`, `SCAN_TOO_LARGE` */
export function scanBasis(question: ScanQuestion): ScanBasis {
  checkScanQuestion(question);
  const { model, places, casePlace, caseStep, steps, windows } = question;
  const total = casePlace.length;
  const cases = sortByPlace(casePlace, caseStep, places.x.length);
  const isPoisson = model === 'poisson';
  const atRisk = isPoisson ? places.population! : Float64Array.from(countOf(casePlace, places.x.length));
  const placeShare = shares(atRisk);
  const stepShare = new Float64Array(steps + 1);
  shares(isPoisson ? new Float64Array(steps).fill(1) : countOf(caseStep, steps)).forEach((share, step) => {
    stepShare[step + 1] = stepShare[step]! + share;
  });
  const maxSteps = Math.min(steps, windows.maxSteps ?? Math.max(1, Math.floor(steps / 2)));
  return {
    zones: scanZones(places, placeShare, windows),
    cases,
    total,
    placeShare,
    stepShare,
    steps,
    maxSteps,
    isLast: windows.ending === 'last',
    minCases: windows.minCases ?? 2,
    draw: isPoisson ? poissonDraw(placeShare, total, steps) : permutationDraw(cases),
  };
}

function checkScanQuestion({ model, places, casePlace, caseStep, steps, windows }: ScanQuestion): void {
  const count = places.x.length;
  const invalid = (message: string): CrimeAnalyticsError => new CrimeAnalyticsError('SCAN_INVALID', message);
  if (casePlace.length < 2 || casePlace.length !== caseStep.length)
    throw invalid('A scan needs at least two cases.');
  if (
    !casePlace.every((place) => place >= 0 && place < count) ||
    !caseStep.every((at) => at >= 0 && at < steps)
  )
    throw invalid('A case lies outside of the places or of the period.');
  if (!(windows.maxShare > 0 && windows.maxShare <= 0.5))
    throw invalid('The largest circle must hold more than none and at most half (0.5) of all.');
  if (!((windows.maxSteps ?? 1) >= 1) || !((windows.maxMetres ?? 1) > 0))
    throw invalid('The longest period and the largest radius must be above 0.');
  if (model === 'permutation' && steps < 2)
    throw invalid('Space-time permutation compares times: it needs at least two steps.');
  if (model !== 'poisson') return;
  const { population } = places;
  if (!population || population.length !== count || !population.every((people) => people >= 0))
    throw invalid('The Poisson model needs the population of each place.');
  if (casePlace.some((place) => population[place] === 0))
    throw invalid('A place with cases has no population.');
}

function sortByPlace(casePlace: Int32Array, caseStep: Int32Array, places: number): PlacedCases {
  const start = startsOf(countOf(casePlace, places));
  const next = start.slice();
  const step = new Int32Array(casePlace.length);
  casePlace.forEach((place, at) => {
    step[next[place]!] = caseStep[at]!;
    next[place]! += 1;
  });
  return { start, step };
}

/** The cases stay where they are, and their times are dealt out anew. */
function permutationDraw({ start, step }: PlacedCases): ScanBasis['draw'] {
  return (random) => {
    const dealt = step.slice();
    random.shuffle(dealt);
    return { start, step: dealt };
  };
}

/** Each case falls on a place by its share, and on any step alike. */
function poissonDraw(placeShare: Float64Array, total: number, steps: number): ScanBasis['draw'] {
  const pick = aliasTable(placeShare);
  return (random) => {
    const counts = new Float64Array(placeShare.length);
    for (let at = 0; at < total; at += 1) counts[pick(random)]! += 1;
    const step = new Int32Array(total);
    if (steps > 1) for (let at = 0; at < total; at += 1) step[at] = random.below(steps);
    return { start: startsOf(counts), step };
  };
}

/** Draws an index by its share in constant time (A. J. Walker 1977; M. D. Vose, IEEE TSE 17(9), 1991). */
function aliasTable(share: Float64Array): (random: ReplicaRandom) => number {
  const count = share.length;
  const keep = share.map((value) => value * count);
  const alias = Int32Array.from(share.keys());
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((value, index) => {
    (value < 1 ? small : large).push(index);
  });
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.at(-1)!];
    alias[less] = more;
    keep[more]! -= 1 - keep[less]!;
    if (keep[more]! < 1) small.push(large.pop()!);
  }
  // What is left differs from 1 by rounding alone.
  for (const index of [...small, ...large]) keep[index] = 1;
  return (random) => {
    const index = random.below(count);
    return random.uniform() < keep[index]! ? index : alias[index]!;
  };
}

function countOf(values: Int32Array, kinds: number): Float64Array {
  const counts = new Float64Array(kinds);
  for (const value of values) counts[value]! += 1;
  return counts;
}

function startsOf(counts: Float64Array): Int32Array {
  const start = new Int32Array(counts.length + 1);
  counts.forEach((count, at) => {
    start[at + 1] = start[at]! + count;
  });
  return start;
}

function shares(values: Float64Array): Float64Array {
  const sum = values.reduce((all, value) => all + value, 0);
  return values.map((value) => value / sum);
}
