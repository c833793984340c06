import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';
import type { PlacedEvents } from './self-exciting-model.ts';

/** For each event the earlier ones that may have brought it on: those of event n lie from `first[n]` to `first[n + 1]`. */
export interface TriggerPairs {
  readonly first: Uint32Array;
  /** Days since, above 0. */
  readonly days: Float32Array;
  /** Squared distance, m². */
  readonly squareMetres: Float32Array;
}

/** Days and metres within which one event may bring on another. */
export interface TriggerReach {
  readonly days: number;
  readonly metres: number;
}

/** More pairs than this would take more memory than a thread should have: 8 bytes each, twice while the list grows. */
const MOST_PAIRS = 1 << 24;
/** A reach that has too many pairs is shortened by this factor, as long as it is not shorter than the shortest. */
const SHORTER = 0.7;
const SHORTEST: TriggerReach = { days: 14, metres: 250 };

/**
 * Pairs of events within reach of each other; where there are too many, of a shorter reach. Events of the same moment are
 * no pair: neither can have brought on the other.
 * @throws CrimeAnalyticsError `SELF_EXCITING_TOO_DENSE` when there are too many within 14 days and 250 m
 */
export function triggerPairs(
  events: PlacedEvents,
  wanted: TriggerReach,
): { readonly pairs: TriggerPairs; readonly reach: TriggerReach } {
  let reach = wanted;
  for (;;) {
    const pairs = pairsWithin(events, reach);
    if (pairs !== null) return { pairs, reach };
    const days = Math.min(reach.days, Math.max(SHORTEST.days, reach.days * SHORTER));
    const metres = Math.min(reach.metres, Math.max(SHORTEST.metres, reach.metres * SHORTER));
    if (days === reach.days && metres === reach.metres) {
      throw new CrimeAnalyticsError(
        'SELF_EXCITING_TOO_DENSE',
        'Too many incidents lie close together in place and time for this method; choose fewer offences, a shorter period or a smaller area.',
      );
    }
    reach = { days, metres };
  }
}

/** @returns null when there are more than a thread has memory for */
function pairsWithin(events: PlacedEvents, reach: TriggerReach): TriggerPairs | null {
  const first = new Uint32Array(events.length + 1);
  let capacity = 1 << 16;
  let days = new Float32Array(capacity);
  let squareMetres = new Float32Array(capacity);
  let pairs = 0;
  const squares = new RecentSquares(reach.metres);

  for (let later = 0; later < events.length; later++) {
    const [x, y, at] = [events.x[later]!, events.y[later]!, events.days[later]!];
    for (const square of squares.around(x, y, (event) => at - events.days[event]! <= reach.days)) {
      for (let n = square.oldest; n < square.events.length; n++) {
        const earlier = square.events[n]!;
        const since = at - events.days[earlier]!;
        const distance = (x - events.x[earlier]!) ** 2 + (y - events.y[earlier]!) ** 2;
        if (!(since > 0) || distance > reach.metres ** 2) continue;
        if (pairs === capacity) {
          if (capacity >= MOST_PAIRS) return null;
          capacity *= 2;
          days = grown(days, capacity);
          squareMetres = grown(squareMetres, capacity);
        }
        days[pairs] = since;
        squareMetres[pairs++] = distance;
      }
    }
    first[later + 1] = pairs;
    squares.add(later, x, y);
  }
  return { first, days: days.subarray(0, pairs), squareMetres: squareMetres.subarray(0, pairs) };
}

interface RecentSquare {
  readonly events: number[];
  /** Where the ones begin that are not too old yet. */
  oldest: number;
}

/** Events by squares of the plane as wide as the reach, so that only nine of them need looking at. */
class RecentSquares {
  readonly #squares = new Map<string, RecentSquare>();
  readonly #side: number;

  constructor(side: number) {
    this.#side = side;
  }

  add(event: number, x: number, y: number): void {
    const key = `${Math.floor(x / this.#side)},${Math.floor(y / this.#side)}`;
    const square = this.#squares.get(key);
    if (square) square.events.push(event);
    else this.#squares.set(key, { events: [event], oldest: 0 });
  }

  /** The squares around a place, each without the events that are too old; events are added in the order of time. */
  *around(x: number, y: number, isRecent: (event: number) => boolean): Generator<RecentSquare> {
    const [column, row] = [Math.floor(x / this.#side), Math.floor(y / this.#side)];
    for (let down = row - 1; down <= row + 1; down++) {
      for (let across = column - 1; across <= column + 1; across++) {
        const square = this.#squares.get(`${across},${down}`);
        if (!square) continue;
        while (square.oldest < square.events.length && !isRecent(square.events[square.oldest]!))
          square.oldest++;
        yield square;
      }
    }
  }
}

function grown(values: Float32Array<ArrayBuffer>, capacity: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(capacity);
  larger.set(values);
  return larger;
}
