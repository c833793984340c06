import { instantOf } from '@amaan/contracts/instant';
import type { ClockProof, SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import { SignalTimeline } from '@amaan/traffic-violations/signal/signal-timeline';
import type { RoadGeometry } from './road-geometry.ts';
import type { Scene } from './scene.ts';
import type { SimulationStep } from './sumo-drive.ts';

/** The simulation's second 0, Unix milliseconds. */
export const EPOCH = Date.parse('2026-03-01T06:00:00.000Z');

/** What the clocks and the feed of the signal do wrong. */
export const FEED_ERRORS = {
  /** Camera's and controller's clock are off by up to so much, each its own way, in milliseconds. */
  clockMs: 90,
  /** A measurement of a clock is wrong by up to so much, and says so. */
  proofMs: 15,
  /** The controller is read so often, and what it says arrives late by up to so much. */
  readMs: 100,
  latencyMs: 600,
  /** Messages that are lost. */
  lost: 0.01,
  /** Standard error of the moment that a frame says it is of. */
  frameSeconds: 0.004,
} as const;

/** The controller as it is read: late, at times not at all, by clocks that are off. */
export class SignalFeed {
  readonly timeline: SignalTimeline;
  readonly worker: ClockProof;
  /** By how much the worker's clock is really ahead. */
  readonly workerMs: number;
  readonly #controllerMs: number;
  readonly #controller: ClockProof;
  readonly #links: readonly number[];
  readonly #random: () => number;
  #shown: { light: 'red' | 'yellow' | 'green'; since: number } | null = null;
  #late: { readonly due: number; readonly message: SignalPhases }[] = [];
  #nextRead = 0;
  #nextBeat = 0;

  constructor(scene: Scene, { ways }: RoadGeometry, random: () => number, skewMs: number | undefined) {
    this.timeline = new SignalTimeline(scene.junctionId);
    this.#random = random;
    this.#links = ways.filter(({ from }) => from === scene.approach).map(({ link }) => link);
    const either = (most: number) => most * (2 * random() - 1);
    this.workerMs = skewMs ?? either(FEED_ERRORS.clockMs);
    this.#controllerMs = skewMs === undefined ? either(FEED_ERRORS.clockMs) : 0;
    const proof = (offset: number): ClockProof => ({
      ...{ offsetMs: offset + either(FEED_ERRORS.proofMs), errorMs: FEED_ERRORS.proofMs },
      measuredAt: instantOf(EPOCH),
    });
    this.worker = proof(this.workerMs);
    this.#controller = proof(this.#controllerMs);
  }

  /** All ways of the approach as one group: red where all are. */
  letterOf(signal: string): 'red' | 'yellow' | 'green' {
    const letters = this.#links.map((link) => signal[link]!);
    if (letters.every((letter) => letter === 'r')) return 'red';
    return letters.some((letter) => letter === 'G' || letter === 'g') ? 'green' : 'yellow';
  }

  step({ seconds, signal }: SimulationStep): void {
    const now = 1000 * seconds;
    if (now >= this.#nextRead) {
      this.#nextRead = now + FEED_ERRORS.readMs;
      const light = this.letterOf(signal);
      const isNew = this.#shown?.light !== light;
      // It is noticed at a reading, and was so at some moment since the one before.
      if (isNew) this.#shown = { light, since: now };
      if (isNew || now >= this.#nextBeat) this.#send(now);
    }
    const due = this.#late.filter((one) => one.due <= now);
    this.#late = this.#late.filter((one) => one.due > now);
    for (const { message } of due) this.timeline.add(message);
  }

  #send(now: number): void {
    this.#nextBeat = now + 1000;
    if (this.#random() < FEED_ERRORS.lost) return;
    const own = (at: number) => instantOf(Math.round(EPOCH + at + this.#controllerMs));
    const { light, since } = this.#shown!;
    const message: SignalPhases = {
      ...{ junctionId: this.timeline.junctionId, at: own(now), source: 'simulated', clock: this.#controller },
      lights: [{ group: 'g', light, since: own(since), errorMs: FEED_ERRORS.readMs }],
    };
    const last = this.#late.at(-1)?.due ?? 0;
    this.#late.push({ due: Math.max(last, now + FEED_ERRORS.latencyMs * this.#random()), message });
  }
}
