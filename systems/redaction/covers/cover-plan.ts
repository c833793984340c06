import type { Box } from '@amaan/contracts/geometry';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import { type Look, mergeLooks } from '../look/look.ts';
import { mergeSightings } from '../sightings/merge-sightings.ts';
import type { SightedTrack } from '../sightings/sighted-track.ts';
import type { Sighting } from '../sightings/sighting.ts';
import { SightingTracks } from '../sightings/sighting-tracks.ts';
import { grownBox, hullOf, sharedPart } from './box-arithmetic.ts';

/** What decides where covers lie. */
export interface CoverOptions {
  /** Least confidence of what is covered, 0–1, by kind. */
  readonly covered: Readonly<Record<CoveredKind, number>>;
  /** What never reaches this confidence needs a look. */
  readonly sure: Readonly<Record<CoveredKind, number>>;
  /** How much larger than its sighting a cover is on each side, as a part of its size. */
  readonly margin: Readonly<Record<CoveredKind, number>>;
  /** Growth on each side per second beyond a sighting, as a part of its size. */
  readonly growth: number;
  /** Seconds that a track may go unseen and still be the same. */
  readonly gapSeconds: number;
  /** Seconds that a cover lasts before the first and after the last sighting. */
  readonly beyondSeconds: number;
}

/** How a recording is looked at. */
export interface Timing {
  readonly framesPerSecond: number;
  /** Frames from one analysed frame to the next, at most. */
  readonly interval: number;
}

/** What to cover in one frame. */
export interface Cover {
  readonly kind: CoveredKind;
  /** In fractions of the picture; it may reach over its edge. */
  readonly box: Box;
}

/** One thing that was covered, from the first to the last frame with a cover on it. */
export interface CoveredThing {
  readonly kind: CoveredKind;
  readonly from: number;
  readonly to: number;
  /** Around all the places where it was seen. */
  readonly box: Box;
  readonly confidence: number;
  /** Analysed frames in which it was seen. */
  readonly sightings: number;
}

/** Boxes that come so near to an edge of the picture, in fractions of it, may be leaving it. */
const EDGE = 0.03;
/** A track seen less often than this that ends is a flash and nothing that vanished. */
const LEAST_SEEN = 4;
/** Seconds within which several reasons of one sort are one moment. */
const MOMENT = 1;

/**
 * Plans the covers of a recording while it is read. Give it the sightings of analysed frames in order; it answers for
 * every frame that lies `lookAhead` frames or more before the last analysed one, since what is seen later decides what
 * is covered before.
 *
 * @example
 * const plan = new CoverPlan(options, { framesPerSecond: 25, interval: 5 });
 * plan.see(0, sightings, false);
 * plan.finish();
 * plan.coversAt(0);
 */
export class CoverPlan {
  readonly #options: CoverOptions;
  readonly #reach: { readonly interval: number; readonly beyond: number; readonly growth: number };
  readonly #maxGap: number;
  readonly #moment: number;
  readonly #tracker: SightingTracks;
  readonly #things: CoveredThing[] = [];
  readonly #looks: Look[] = [];
  #active: SightedTrack[] = [];
  #lastSeen = -1;
  #finished = false;

  constructor(options: CoverOptions, { framesPerSecond, interval }: Timing) {
    const beyond = Math.max(interval, Math.ceil(options.beyondSeconds * framesPerSecond));
    this.#options = options;
    this.#reach = { interval, beyond, growth: options.growth / framesPerSecond };
    this.#maxGap = Math.max(2 * interval, Math.ceil(options.gapSeconds * framesPerSecond));
    this.#moment = Math.ceil(MOMENT * framesPerSecond);
    this.#tracker = new SightingTracks(this.#maxGap);
  }

  /** Frames that must have been analysed beyond one before its covers are known. */
  get lookAhead(): number {
    return Math.max(this.#maxGap, this.#reach.beyond + this.#reach.interval);
  }

  /** Whether nothing that comes can change what is covered in a frame. */
  isSettled(frame: number): boolean {
    return this.#finished || frame + this.lookAhead <= this.#lastSeen;
  }

  /**
   * Takes what was seen in an analysed frame.
   * @param isCut whether another scene began since the last one.
   */
  see(frame: number, sightings: readonly Sighting[], isCut: boolean): void {
    const { covered } = this.#options;
    const sure = sightings.filter(({ kind, confidence }) => confidence >= covered[kind]);
    const merged = mergeSightings(sure).map((sighting) => ({ ...sighting, frame }));
    const faint = sightings.filter((one) => one.confidence < covered[one.kind] && !isIn(one, merged));
    if (faint.length > 0) this.#looks.push({ frame, reason: 'faint' });
    if (isCut) this.#looks.push({ frame, reason: 'scene-cut' });
    const { begun, ended } = this.#tracker.update(frame, merged, isCut);
    this.#active.push(...begun);
    for (const track of ended) this.#judge(track, !isCut);
    this.#lastSeen = frame;
  }

  /** Something that is not about a track. */
  note(look: Look): void {
    this.#looks.push(look);
  }

  /** Everything was seen. */
  finish(): void {
    for (const track of this.#tracker.finish()) this.#judge(track, false);
    this.#finished = true;
  }

  /** What to cover in a frame that is settled. Ask for frames in ascending order: what is over is forgotten. */
  coversAt(frame: number): Cover[] {
    // A track that is still open may be seen once more until its gap is over.
    const wait = this.#finished ? this.#reach.beyond : this.lookAhead;
    this.#active = this.#active.filter(({ last }) => last.frame + wait >= frame);
    const covers: Cover[] = [];
    for (const track of this.#active) {
      const box = track.boxAt(frame, this.#reach);
      if (box) covers.push({ kind: track.kind, box: grownBox(box, this.#options.margin[track.kind]) });
    }
    return covers;
  }

  /** What was covered, by time. */
  get things(): readonly CoveredThing[] {
    return this.#things.toSorted((a, b) => a.from - b.from || a.to - b.to);
  }

  /** The moments that need a look by a person, by time. */
  get looks(): readonly Look[] {
    return mergeLooks(this.#looks, this.#moment);
  }

  #judge(track: SightedTrack, mayVanish: boolean): void {
    const { first, last, sightings, kind } = track;
    const { beyond, interval } = this.#reach;
    this.#things.push({
      kind,
      from: Math.max(track.notBefore, first.frame - beyond),
      to: Math.min(track.notAfter, last.frame + beyond),
      box: sightings.map(({ box }) => box).reduce(hullOf),
      confidence: track.bestConfidence,
      sightings: sightings.length,
    });
    const isSure = track.bestConfidence >= this.#options.sure[kind];
    if (!isSure && sightings.length >= LEAST_SEEN) this.#looks.push({ frame: first.frame, reason: 'unsure' });
    if (mayVanish && isSure && sightings.length >= LEAST_SEEN && !touchesEdge(last.box))
      this.#looks.push({ frame: last.frame, reason: 'vanished' });
    for (const [index, { frame }] of sightings.entries()) {
      const before = sightings[index - 1];
      if (before && frame - before.frame > 2 * interval)
        this.#looks.push({ frame: before.frame + interval, reason: 'interpolated' });
    }
  }
}

function touchesEdge([x, y, width, height]: Box): boolean {
  return x < EDGE || y < EDGE || x + width > 1 - EDGE || y + height > 1 - EDGE;
}

/** Whether something lies mostly under what is covered. */
function isIn({ box }: Sighting, covered: readonly Sighting[]): boolean {
  return covered.some((other) => sharedPart(box, other.box) > 0.5);
}
