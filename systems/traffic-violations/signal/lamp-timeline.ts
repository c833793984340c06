import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import type { LampLight } from './lamp-reader.ts';
import type { LightSpan, SignalReading, SignalWatch } from './signal-reading.ts';

const KEPT_MS = 1_200_000;
/** A lamp that flickers, or that something passes before, may be unreadable for so long between two equal readings. */
const BRIDGED_MS = 400;
/** Readings that make a change: one alone may be a reflection. */
const LEAST_READINGS = 2;
/** Frames further apart than this leave a gap. */
const LONGEST_STEP_MS = 1000;

/**
 * What the lamps in the pictures showed. Lamp and vehicle are in the same frame, so there is no skew between their clocks;
 * that a change happened somewhere between two frames is the error of its moment.
 */
export class LampTimeline implements SignalWatch {
  #spans: LightSpan[] = [];
  #knownUntil = Number.NEGATIVE_INFINITY;
  /** What is read now and not yet believed. */
  #new: { readonly light: LampLight; readonly from: number; readonly errorMs: number; count: number } | null =
    null;
  #last = Number.NEGATIVE_INFINITY;

  /** Takes the reading of a frame. @param at when it was captured, Unix milliseconds */
  add(light: LampLight, at: number): void {
    const step = at - this.#last;
    this.#last = at;
    if (step > LONGEST_STEP_MS && this.#spans.length > 0) this.#begin('unknown', this.#knownUntil, 0);
    const now = this.#spans.at(-1)?.light ?? null;
    if (light === now) {
      this.#new = null;
      this.#knownUntil = at;
      return;
    }
    if (this.#new?.light !== light)
      this.#new = { light, from: at, errorMs: Number.isFinite(step) ? step : 0, count: 0 };
    this.#new.count += 1;
    const isBelieved =
      light === 'unknown' ? at - this.#new.from > BRIDGED_MS : this.#new.count >= LEAST_READINGS;
    if (!isBelieved) return;
    // Whatever lay between the last sure reading and this one belongs to neither.
    const from = this.#new.from;
    const sinceSure = Number.isFinite(this.#knownUntil) ? from - this.#knownUntil : 0;
    this.#begin(light, from, Math.max(this.#new.errorMs, sinceSure));
    this.#new = null;
    this.#knownUntil = at;
  }

  read(from: number, to: number, worker: ClockProof | null): SignalReading {
    const first = Math.max(
      0,
      this.#spans.findLastIndex((span) => span.from <= from),
    );
    return {
      source: 'picture',
      junctionId: null,
      group: null,
      spans: this.#spans.slice(first).filter((span, index) => index === 0 || span.from <= to),
      knownUntil: this.#knownUntil,
      skew: worker && { ms: 0, errorMs: 0, provenAt: worker.measuredAt },
    };
  }

  #begin(light: LampLight, from: number, errorMs: number): void {
    if (this.#spans.at(-1)?.light !== light) this.#spans.push({ light, from, errorMs });
    const old = this.#spans.findIndex((span) => from - span.from <= KEPT_MS);
    if (old > 1) this.#spans.splice(0, old - 1);
  }
}
