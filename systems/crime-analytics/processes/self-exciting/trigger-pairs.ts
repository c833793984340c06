import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';
import type { PlacedEvents } from './self-exciting-model.ts';

/** For each event the earlier ones that may have brought it on: those of event n lie from `first[n]` to `first[n + 1]`. */
export interface TriggerPairs {
  readonly first: Uint32Array;
  /** Days since, above 0. */
  readonly days: Float64Array;
  /** Squared distance, m². */
  readonly squareMetres: Float64Array;
}

/** More pairs than this would take more memory than a thread should have: 16 bytes each. */
const MOST_PAIRS = 20_000_000;

/**
 * Pairs of events within `reachMetres` and `reachDays` of each other. Events of the same moment are no pair: neither can
 * have brought on the other.
 * @throws CrimeAnalyticsError `SELF_EXCITING_TOO_DENSE`
 */
export function triggerPairs(events: PlacedEvents, reachDays: number, reachMetres: number): TriggerPairs {
  const first = new Uint32Array(events.length + 1);
  let capacity = 1 << 16;
  let days = new Float64Array(capacity);
  let squareMetres = new Float64Array(capacity);
  let pairs = 0;
  const squares = new RecentSquares(reachMetres);

  for (let later = 0; later < events.length; later++) {
    const [x, y, at] = [events.x[later]!, events.y[later]!, events.days[later]!];
    for (const square of squares.around(x, y, (event) => at - events.days[event]! <= reachDays)) {
      for (let n = square.oldest; n < square.events.length; n++) {
        const earlier = square.events[n]!;
        const since = at - events.days[earlier]!;
        const distance = (x - events.x[earlier]!) ** 2 + (y - events.y[earlier]!) ** 2;
        if (!(since > 0) || distance > reachMetres ** 2) continue;
        if (pairs === capacity) {
          if (capacity >= MOST_PAIRS) throw tooDense();
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

function grown(values: Float64Array<ArrayBuffer>, capacity: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(capacity);
  larger.set(values);
  return larger;
}

function tooDense(): CrimeAnalyticsError {
  return new CrimeAnalyticsError(
    'SELF_EXCITING_TOO_DENSE',
    'Too many incidents lie close together in place and time for this method; choose fewer offences, a shorter period or a smaller area.',
  );
}
