import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { CallRecord, CallReport, Contradiction } from '@amaan/governance-monitoring/service/call-record';
import { mergeReport } from '@amaan/governance-monitoring/service/merge-report';
import type { Database } from '@amaan/store/open-database';
import {
  findCalls,
  holdCalls,
  insertContradictions,
  putCalls,
  type StoredServiceCall,
} from '@amaan/store/service/service-calls';

export interface IntakeCounts {
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  readonly contradictions: number;
}

/** So many reports are merged at once. */
const AT_ONCE = 2000;

/**
 * Adds reports to the calls that they are of, in whatever order they come and however often. Call it in a transaction; other
 * reports of the source wait for its end.
 */
export async function takeReports(
  tx: Database,
  source: { readonly id: Identifier; readonly simulated: boolean },
  reports: readonly CallReport[],
  now: number,
): Promise<IntakeCounts> {
  await holdCalls(tx, source.id);
  const counts = { added: 0, changed: 0, known: 0, contradictions: 0 };
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    const taken = await takeSome(tx, source, reports.slice(from, from + AT_ONCE), instantOf(now));
    for (const key of ['added', 'changed', 'known', 'contradictions'] as const) counts[key] += taken[key];
  }
  return counts;
}

async function takeSome(
  tx: Database,
  source: { readonly id: Identifier; readonly simulated: boolean },
  reports: readonly CallReport[],
  at: Instant,
): Promise<IntakeCounts> {
  const calls = new Map<string, StoredServiceCall>(
    await findCalls(tx, source.id, [...new Set(reports.map(({ callId }) => callId))]),
  );
  const touched = new Set<string>();
  const contradictions: Contradiction[] = [];
  let [added, changed, known] = [0, 0, 0];
  for (const report of reports) {
    const { callId } = report;
    const before = (calls.get(callId) as CallRecord | undefined) ?? null;
    const merged = mergeReport(before, report);
    contradictions.push(...merged.contradictions);
    if (before === null) added += 1;
    else if (merged.changed) changed += 1;
    else known += 1;
    calls.set(callId, merged.call as StoredServiceCall);
    touched.add(callId);
  }
  await putCalls(
    tx,
    source,
    [...touched].map((id) => calls.get(id)!),
    at,
  );
  return {
    added,
    changed,
    known,
    contradictions: await insertContradictions(tx, source.id, contradictions, at),
  };
}
