import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import {
  type ClockProof,
  MOST_SKEW_MS,
  type ShownLight,
  type SignalEvidence,
} from '@amaan/contracts/violations/signal-timeline';
import type { EvidenceGap } from '@amaan/contracts/violations/suspected-violation';

/** A light from a moment on, by the worker's clock in Unix milliseconds. */
export interface LightSpan {
  readonly light: ShownLight;
  readonly from: number;
  /** Greatest error of `from`. */
  readonly errorMs: number;
}

/** What is known of one signal over a time, brought onto the worker's clock. */
export interface SignalReading {
  readonly source: SignalEvidence['source'];
  readonly junctionId: Identifier | null;
  readonly group: string | null;
  /** Oldest first; the first one begins at or before the time that was asked for, where that is known. */
  readonly spans: readonly LightSpan[];
  /** Nothing is known of later. */
  readonly knownUntil: number;
  /** Null: one of the clocks was never proven. */
  readonly skew: { readonly ms: number; readonly errorMs: number; readonly provenAt: Instant } | null;
}

/** One signal, from wherever it is known. */
export interface SignalWatch {
  /**
   * @param from and `to`: Unix milliseconds by the worker's clock
   * @param worker null: the worker's clock is not proven
   */
  read(from: number, to: number, worker: ClockProof | null): SignalReading;
}

/** A red that holds from a moment before the crossing until the crossing. */
export interface ProvenRed {
  /** How long it had been red at the least when the vehicle crossed, in milliseconds. */
  readonly entryMs: number;
  /** The same at the exit; null: it was not red any more, or that is not known. */
  readonly exitMs: number | null;
}

/**
 * Whether it was red when a vehicle crossed, with every error against it: the red begins as late, and the crossing is as
 * early, as they may.
 *
 * @param entry earliest and latest moment of the crossing, Unix milliseconds by the worker's clock
 * @returns why it is not proven, or `not-red` where it surely was not red
 */
export function proveRed(
  reading: SignalReading,
  entry: { readonly earliest: number; readonly latest: number },
  exit: { readonly earliest: number; readonly latest: number } | null,
  graceMs: number,
): ProvenRed | EvidenceGap | 'not-red' {
  const { spans, knownUntil, skew } = reading;
  const middle = (entry.earliest + entry.latest) / 2;
  const shown = spanAt(spans, middle);
  if (shown === null || shown.light === 'unknown' || knownUntil < middle) return 'signal-unknown';
  if (shown.light !== 'red') return 'not-red';
  if (skew === null) return 'clock-unproven';
  if (Math.abs(skew.ms) + skew.errorMs > MOST_SKEW_MS) return 'clock-skew';
  const redFrom = shown.from + shown.errorMs;
  const until = endOf(spans, shown);
  const entryMs = entry.earliest - redFrom;
  if (entryMs < graceMs) return 'signal-too-short';
  // The red must not have ended before the latest moment that the crossing may have been at.
  if (until !== null && entry.latest > until.from - until.errorMs)
    return until.light === 'unknown' ? 'signal-unknown' : 'signal-too-short';
  if (entry.latest > knownUntil) return 'signal-unknown';
  const isRedAtExit =
    exit !== null &&
    exit.latest <= knownUntil &&
    (until === null || exit.latest <= until.from - until.errorMs);
  return { entryMs, exitMs: isRedAtExit ? exit.earliest - redFrom : null };
}

/** A reading as it stands in the evidence. */
export function signalEvidence(
  { source, junctionId, group, spans, skew }: SignalReading,
  red: ProvenRed,
): SignalEvidence {
  if (skew === null) throw new Error('Nothing is proven by clocks that are not.');
  return {
    ...{ source, junctionId, group },
    timeline: spans.slice(-64).map(({ light, from, errorMs }) => ({
      light,
      from: instantOf(Math.round(from)),
      errorMs: Math.round(errorMs),
    })),
    redForMs: {
      entry: Math.round(red.entryMs),
      exit: red.exitMs === null ? null : Math.round(Math.max(0, red.exitMs)),
    },
    skewMs: skew.ms,
    skewErrorMs: skew.errorMs,
    provenAt: skew.provenAt,
  };
}

function spanAt(spans: readonly LightSpan[], at: number): LightSpan | null {
  return spans.findLast(({ from }) => from <= at) ?? null;
}

/** The span that ends another; null: it goes on. */
function endOf(spans: readonly LightSpan[], span: LightSpan): LightSpan | null {
  return spans[spans.indexOf(span) + 1] ?? null;
}
