import type { EvidenceSource, LiveEvidence } from '@amaan/contracts/governance/control';
import type { Instant } from '@amaan/contracts/instant';
import type { EvidenceContext } from './evidence-context.ts';

/** What an evidence query found. */
export interface Finding {
  readonly state: LiveEvidence['state'];
  /** One sentence with the figures, in English and in Urdu. */
  readonly en: string;
  readonly ur: string;
  readonly figures: LiveEvidence['figures'];
  /** The newest fact that it rests on; left out: it was read just now. */
  readonly asOf?: Instant;
  readonly sources?: readonly EvidenceSource[];
}

/** One question to the running system, and how old its answer may be before it counts as a contradiction. */
export interface EvidenceQuery {
  readonly maxAgeMs: number;
  readonly read: (context: EvidenceContext) => Promise<Finding>;
}

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;
/** What was measured, written or decided counts for a year at most; the days allow for the work to be done. */
export const YEAR_MS = 366 * DAY_MS;

/** A question whose answer is always read at this moment: it cannot be stale. */
export function present(read: EvidenceQuery['read']): EvidenceQuery {
  return { maxAgeMs: Number.POSITIVE_INFINITY, read };
}

/** A question about something that must happen again and again. */
export function recurring(maxAgeMs: number, read: EvidenceQuery['read']): EvidenceQuery {
  return { maxAgeMs, read };
}

/** The oldest of some moments: evidence is as old as the oldest part of it. Left out when there is none. */
export function oldest(moments: readonly (Instant | null | undefined)[]): { readonly asOf?: Instant } {
  const [first] = moments.filter((at) => at !== null && at !== undefined).sort();
  return first === undefined ? {} : { asOf: first };
}

/** `contradicts` when anything is wrong, `attention` when anything is due, else `holds`. */
export function stateOf(wrong: number | boolean, due: number | boolean = 0): LiveEvidence['state'] {
  return wrong ? 'contradicts' : due ? 'attention' : 'holds';
}

/**
 * The state of evidence about a population, such as permits in force: where there is nothing to look at,
 * nothing is shown, and the control asks for attention instead of holding.
 */
export function stateOver(
  population: number,
  wrong: number | boolean,
  due: number | boolean = 0,
): LiveEvidence['state'] {
  return stateOf(wrong, due || population === 0);
}
