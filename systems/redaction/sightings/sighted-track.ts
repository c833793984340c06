import type { Box } from '@amaan/contracts/geometry';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import { boxBetween, grownBox, hullOf, movedBox } from '../covers/box-arithmetic.ts';
import type { TimedSighting } from './sighting.ts';

/** How far a cover reaches beyond what was seen; frames and parts of a box. */
export interface Reach {
  /** Frames between two analysed ones. */
  readonly interval: number;
  /** Frames that a cover lasts before the first and after the last sighting. */
  readonly beyond: number;
  /** How much a cover grows on each side with every frame that it is beyond a sighting, as a part of its size. */
  readonly growth: number;
}

/** One thing over time: where it was seen, and from that where it may be in every other frame. */
export class SightedTrack {
  readonly kind: CoveredKind;
  readonly sightings: TimedSighting[];
  /** First frame in which it can be: what lies before shows another scene. */
  readonly notBefore: number;
  /** Last frame in which it can be. */
  notAfter = Number.POSITIVE_INFINITY;

  constructor(first: TimedSighting, notBefore: number) {
    this.kind = first.kind;
    this.sightings = [first];
    this.notBefore = notBefore;
  }

  get first(): TimedSighting {
    return this.sightings[0]!;
  }

  get last(): TimedSighting {
    return this.sightings.at(-1)!;
  }

  get bestConfidence(): number {
    return Math.max(...this.sightings.map(({ confidence }) => confidence));
  }

  /** Where it should be in a later frame, if it goes on as it did; without growth. */
  expectedAt(frame: number): Box {
    return moved(this.sightings.at(-2), this.last, frame - this.last.frame);
  }

  /**
   * What to cover in a frame so that it is not seen, or null where it is not in the picture any more.
   *
   * Between two sightings it may have moved in other ways than straight on, so the box reaches over every place that
   * straight movement would put it at within one analysed interval before and after: with no analysed frame missing
   * that is the box around both sightings. Beyond the ends it reaches from where it was seen to where its movement would
   * have put it, and grows.
   */
  boxAt(frame: number, reach: Reach): Box | null {
    if (frame < this.notBefore || frame > this.notAfter) return null;
    const { first, last } = this;
    if (frame < first.frame)
      return beyond(this.#secondWithin(reach.interval), first, frame - first.frame, reach);
    if (frame > last.frame) return beyond(this.sightings.at(-2), last, frame - last.frame, reach);
    const after = this.#indexFrom(frame);
    const b = this.sightings[after]!;
    const a = this.sightings[after - 1] ?? b;
    if (b.frame === frame) return b.box;
    const at = (position: number) =>
      boxBetween(a.box, b.box, Math.min(1, Math.max(0, (position - a.frame) / (b.frame - a.frame))));
    return hullOf(at(frame - reach.interval), at(frame + reach.interval));
  }

  /** The second sighting, where it came so soon that frames before the first need not wait for it. */
  #secondWithin(frames: number): TimedSighting | undefined {
    const second = this.sightings[1];
    return second && second.frame - this.first.frame <= frames ? second : undefined;
  }

  /** Index of the first sighting at or after a frame. */
  #indexFrom(frame: number): number {
    let low = 0;
    let high = this.sightings.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sightings[middle]!.frame < frame) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function beyond(inner: TimedSighting | undefined, end: TimedSighting, frames: number, reach: Reach) {
  const distance = Math.abs(frames);
  if (distance > reach.beyond) return null;
  return grownBox(hullOf(end.box, moved(inner, end, frames)), reach.growth * distance);
}

/** A sighting's box where it would be so many frames later (or earlier), by its movement since another sighting. */
function moved(other: TimedSighting | undefined, end: TimedSighting, frames: number): Box {
  if (other === undefined) return end.box;
  const perFrame = 1 / (end.frame - other.frame);
  const right = (end.box[0] + end.box[2] / 2 - other.box[0] - other.box[2] / 2) * perFrame;
  const down = (end.box[1] + end.box[3] / 2 - other.box[1] - other.box[3] / 2) * perFrame;
  return movedBox(end.box, right * frames, down * frames);
}
