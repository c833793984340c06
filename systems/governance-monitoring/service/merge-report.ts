import { CALL_TIMES, type CallTime } from '@amaan/contracts/service/emergency-call';
import type { CallFact, CallFacts, CallRecord, CallReport, Contradiction } from './call-record.ts';

/** Moments of two reports that are no further apart are the same, in milliseconds: systems round to the second. */
const SAME_MS = 1000;

const NOTHING_KNOWN: CallFacts = {
  ...{ siteId: null, station: null, kind: null, priority: null, unitKind: null, place: null },
  ...{ receivedAt: null, dispatchedAt: null, arrivedAt: null, closedAt: null },
};

export interface Merged {
  readonly call: CallRecord;
  /** Whether anything that is known of the call is another than before. */
  readonly changed: boolean;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Adds a report to what is known of its call. For each fact the value counts that was said last; of two that were said at the
 * same moment the smaller one. So it does not matter in which order reports come or how often (a map of last-writer-wins
 * registers: M. Shapiro, N. Preguiça, C. Baquero and M. Zawirski, "A comprehensive study of convergent and commutative
 * replicated data types", INRIA 7506 (2011), section 3.2.1). A moment that gives way to another is told, as is one that comes
 * too late to count.
 *
 * @param before null: the call is not known yet
 */
export function mergeReport(before: CallRecord | null, report: CallReport): Merged {
  const call: Record<string, unknown> & { said: Record<string, number> } = {
    ...NOTHING_KNOWN,
    ...before,
    callId: report.callId,
    said: { ...before?.said },
  };
  let changed = before === null;
  const contradictions: Contradiction[] = [];
  for (const [fact, value] of Object.entries(report.facts) as [CallFact, CallFacts[CallFact]][]) {
    const saidBefore = call.said[fact];
    const known = call[fact] as CallFacts[CallFact];
    const isSame = same(fact, known, value);
    const counts =
      saidBefore === undefined ||
      report.saidAt > saidBefore ||
      (report.saidAt === saidBefore && comesFirst(value, known));
    if (!isSame && saidBefore !== undefined && isTime(fact)) {
      const [loser, saidAt] = counts ? [known, saidBefore] : [value, report.saidAt];
      if (typeof loser === 'number')
        contradictions.push({ callId: report.callId, field: fact, value: loser, saidAt });
    }
    if (!counts) continue;
    call.said[fact] = report.saidAt;
    call[fact] = value;
    if (!isSame) changed = true;
  }
  return { call: call as unknown as CallRecord, changed, contradictions };
}

function isTime(fact: CallFact): fact is CallTime {
  return (CALL_TIMES as readonly string[]).includes(fact);
}

function same(fact: CallFact, one: CallFacts[CallFact], other: CallFacts[CallFact]): boolean {
  if (isTime(fact) && typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) < SAME_MS;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** An order that does not depend on which came first: numbers by size, all else by its text, what was taken back last. */
function comesFirst(one: CallFacts[CallFact], other: CallFacts[CallFact]): boolean {
  if (one === null || other === null) return other === null && one !== null;
  if (typeof one === 'number' && typeof other === 'number') return one < other;
  return JSON.stringify(one) < JSON.stringify(other);
}
