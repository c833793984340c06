import { wilsonInterval } from '../../wilson-interval.ts';
import { isBackwards, isWithoutUnit } from '../call-spans.ts';
import { poissonTail, upperTail } from '../normal-distribution.ts';
import { finding, type JudgedCall, type QualityFinding } from './quality-finding.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What is said must be this unlikely by chance. */
const ALPHA = 0.001;

/** Judges the records of one station, or of one site whose calls name none. Findings are signs to look, and prove nothing. */
export function judgeRecords(calls: readonly JudgedCall[]): QualityFinding[] {
  return [
    ...backwards(calls),
    ...missingArrivals(calls),
    ...roundTimes(calls),
    ...closureBatches(calls),
    ...late(calls),
  ];
}

/** Times that run backwards; many by about the same span are a clock's, or a time zone's, and no slips of the pen. */
function backwards(calls: readonly JudgedCall[]): QualityFinding[] {
  const wrong = calls.filter(isBackwards);
  if (wrong.length === 0) return [];
  const spans = wrong.map(worstSpan).sort((a, b) => a - b);
  const usual = spans[Math.floor(spans.length / 2)]!;
  // What really passed between the two moments lies within the span, so it is never quite the same.
  const reach = Math.max(MINUTE_MS, 0.15 * Math.abs(usual));
  const alike = spans.filter((span) => Math.abs(span - usual) <= reach).length;
  const isClock = alike >= 5 && alike >= 0.6 * spans.length;
  return [
    isClock
      ? finding('clock-offset', alike, calls.length, { seconds: usual / 1000, calls: wrong })
      : finding('negative-times', wrong.length, calls.length, { calls: wrong }),
  ];
}

/** The widest step back of a call, in milliseconds: negative. */
function worstSpan({ receivedAt, dispatchedAt, arrivedAt, closedAt }: JudgedCall): number {
  const moments = [receivedAt, dispatchedAt, arrivedAt, closedAt].filter((moment) => moment !== null);
  return Math.min(...moments.slice(1).map((moment, index) => moment - moments[index]!));
}

/** Arrivals that nobody wrote down: surely more than two in a hundred, by the lower end of the interval. */
function missingArrivals(calls: readonly JudgedCall[]): QualityFinding[] {
  const over = calls.filter((call) => call.closedAt !== null && !isWithoutUnit(call));
  const missing = over.filter(({ arrivedAt }) => arrivedAt === null);
  if (missing.length < 5 || wilsonInterval(missing.length, over.length).low <= 0.02) return [];
  return [finding('missing-arrivals', missing.length, over.length, { calls: missing })];
}

/**
 * Whether more of the moments that people write down lie on full five minutes than the fifth that chance puts there: the idea
 * of Whipple's index of ages (G. C. Whipple, Vital Statistics, 1919), with a one-sided test (binomial, normal approximation with
 * correction for continuity). Every zone of the earth is a multiple of five minutes from UTC.
 */
function roundTimes(calls: readonly JudgedCall[]): QualityFinding[] {
  const moments = calls.flatMap(({ arrivedAt, closedAt }) => [arrivedAt ?? [], closedAt ?? []].flat());
  const round = moments.filter((moment) => Math.floor(moment / MINUTE_MS) % 5 === 0).length;
  const count = moments.length;
  if (count < 50 || round / count < 0.3) return [];
  const p = upperTail((round - 0.5 - count / 5) / Math.sqrt(count * 0.16));
  return p < ALPHA ? [finding('round-times', round, count, { p })] : [];
}

/**
 * Minutes in which so many calls were closed that it cannot have been chance: five or more, and less likely than one in a
 * thousand over all minutes of the days on which calls were closed (Poisson, Bonferroni).
 */
function closureBatches(calls: readonly JudgedCall[]): QualityFinding[] {
  const closed = calls.filter((call): call is JudgedCall & { closedAt: number } => call.closedAt !== null);
  if (closed.length < 20) return [];
  const minutes = new Map<number, typeof closed>();
  for (const call of closed) {
    const minute = Math.floor(call.closedAt / MINUTE_MS);
    minutes.set(minute, [...(minutes.get(minute) ?? []), call]);
  }
  const days = new Set(closed.map(({ closedAt }) => Math.floor(closedAt / DAY_MS))).size;
  const all = days * 24 * 60;
  const batches = [...minutes.values()].filter(
    (batch) => batch.length >= 5 && poissonTail(batch.length, closed.length / all) * all < ALPHA,
  );
  if (batches.length === 0) return [];
  const largest = batches.reduce((most, one) => (one.length > most.length ? one : most));
  const p = Math.min(1, poissonTail(largest.length, closed.length / all) * all);
  const from = Math.floor(largest[0]!.closedAt / MINUTE_MS) * MINUTE_MS;
  return [
    finding('closure-batches', batches.flat().length, closed.length, {
      ...{ p, from, until: from + MINUTE_MS, calls: largest },
    }),
  ];
}

/** Calls of which a feed told more than a day after they came in. */
function late(calls: readonly JudgedCall[]): QualityFinding[] {
  const fed = calls.filter(({ heardAt }) => heardAt !== null);
  const overdue = fed.filter(({ receivedAt, heardAt }) => heardAt! - receivedAt! > DAY_MS);
  return overdue.length === 0
    ? []
    : [finding('late-reports', overdue.length, fed.length, { calls: overdue })];
}
