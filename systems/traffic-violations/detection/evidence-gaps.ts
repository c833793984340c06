import { instantOf } from '@amaan/contracts/instant';
import type { EvidenceGap, EvidenceGapCount } from '@amaan/contracts/violations/suspected-violation';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';

const MINUTE_MS = 60_000;

/** Counts by minute what was not reported and why. It remembers numbers and no vehicle. */
export class EvidenceGaps {
  #counts = new Map<string, EvidenceGapCount>();

  add(kind: ViolationKind, reason: EvidenceGap, capturedAt: number): void {
    const minute = instantOf(capturedAt - (capturedAt % MINUTE_MS));
    const key = `${minute} ${kind} ${reason}`;
    this.#counts.set(key, { minute, kind, reason, count: (this.#counts.get(key)?.count ?? 0) + 1 });
  }

  /** Takes the minutes that are over out of it. @param now Unix milliseconds; left out: all */
  take(now = Number.POSITIVE_INFINITY): EvidenceGapCount[] {
    const isOver = ({ minute }: EvidenceGapCount) => Date.parse(minute) + MINUTE_MS <= now;
    const over = [...this.#counts.values()].filter(isOver);
    for (const [key, count] of this.#counts) if (isOver(count)) this.#counts.delete(key);
    return over;
  }
}
