import type { IncidentColumns } from './incident-columns.ts';
import { cumulativeWeights, type Draws, drawsFrom } from './simulation/draws.ts';
import { passingPlaces } from './simulation/passing-places.ts';
import {
  ANYWHERE,
  CITY_SPREAD,
  hotPlaces,
  hotPlaceWeights,
  simulatedCity,
} from './simulation/simulated-city.ts';
import { type SimulatedOffence, simulatedOffences } from './simulation/simulated-offence.ts';

export interface SimulationOptions {
  readonly seed: number;
  /** How many incidents: exactly so many come back. */
  readonly count: number;
  /** The period, milliseconds since 1970 UTC. Left out: the two years 2024 and 2025 in Pakistan's time. */
  readonly from?: number;
  readonly until?: number;
}

export interface SimulatedIncidents extends IncidentColumns {
  /** When each really happened, which no report knows; between `from` and `until`. */
  readonly happened: Float64Array;
  /** 1 where an earlier incident nearby brought it on. */
  readonly isRepeat: Uint8Array;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const FIVE_MINUTES = 300_000;
/** Pakistan's time, which knows no daylight saving. */
const LOCAL = 5 * HOUR;
const DEFAULT_FROM = Date.UTC(2024, 0, 1) - LOCAL;
const DEFAULT_UNTIL = Date.UTC(2026, 0, 1) - LOCAL;

/**
 * Made-up incidents of a made-up city in the place of Lahore, in the plane `simulatedCity.crs` (metres), sorted by `from`:
 * offences with their hours, weekdays, seasons, growth and a change, hot places of which one appears and one vanishes,
 * repeats near in place and time, and times that many reports know as an interval only. Equal options, equal incidents.
 *
 * The repeats are a branching process as in G. O. Mohler et al., Self-exciting point process modeling of crime, Journal
 * of the American Statistical Association 106 (2011), 100–108: exponential in time, normal in space.
 *
 * @throws RangeError for a count that is no whole number or a period shorter than a day
 */
export function simulateIncidents(options: SimulationOptions): SimulatedIncidents {
  const { seed, count, from = DEFAULT_FROM, until = DEFAULT_UNTIL } = options;
  if (!Number.isInteger(count) || count < 0) throw new RangeError('count is a whole number, 0 or more');
  if (!(until - from >= DAY)) throw new RangeError('the period lasts a day at least');
  const book = new IncidentBook(count);
  const period = { from, until };
  let left = count;
  for (const [index, offence] of simulatedOffences.entries()) {
    const isLast = index === simulatedOffences.length - 1;
    const wanted = isLast ? left : Math.min(left, Math.round(count * offence.share));
    left -= wanted;
    simulateOffence(book, { offence, index, wanted, period, draws: drawsFrom(seed * 31 + index) });
  }
  return book.sorted();
}

interface OffenceRun {
  readonly offence: SimulatedOffence;
  readonly index: number;
  readonly wanted: number;
  readonly period: { readonly from: number; readonly until: number };
  readonly draws: Draws;
}

/** One incident without a cause after the other, each at once with all that it brings on, until there are enough. */
function simulateOffence(book: IncidentBook, { offence, index, wanted, period, draws }: OffenceRun): void {
  const { uniform, poisson, exponential, normal } = draws;
  const { repeats } = offence;
  const days = Math.floor((period.until - period.from) / DAY);
  const dayWeights = cumulativeWeights(weightsOfDays(offence, { ...period, days }));
  const hourWeights = cumulativeWeights(offence.hours);
  const enough = book.length + wanted;
  const passing = passingPlaces(offence.passing, days, draws);

  while (book.length < enough) {
    const day = draws.index(dayWeights);
    const [x, y] = passing?.drawAt(day) ?? drawPlace(offence, (day + 0.5) / days, draws);
    const waiting: { day: number; x: number; y: number; isRepeat: number }[] = [{ day, x, y, isRepeat: 0 }];
    for (let next = waiting.pop(); next !== undefined && book.length < enough; next = waiting.pop()) {
      const { day, x, y, isRepeat } = next;
      const at = period.from + day * DAY + draws.index(hourWeights) * HOUR;
      const happened = at + Math.floor(uniform() * 12) * FIVE_MINUTES;
      const [earliest, latest] = drawInterval(offence, happened, draws);
      book.add({ x, y, happened, from: earliest, until: latest, offence: index, isRepeat });
      for (let child = poisson(repeats.mean); child > 0; child--) {
        const later = day + Math.max(1, Math.round(exponential(repeats.days)));
        const isSame = uniform() < repeats.sameAddress;
        const [eastward, northward] = isSame
          ? [0, 0]
          : [repeats.metres * normal(), repeats.metres * normal()];
        if (later < days) waiting.push({ day: later, x: x + eastward, y: y + northward, isRepeat: 1 });
      }
    }
  }
}

/** How many incidents of an offence each local day of the period can expect, but for a factor. */
function weightsOfDays(
  { season, growth, change, weekdays }: SimulatedOffence,
  { from, days }: { readonly from: number; readonly days: number },
): Float64Array {
  const firstDay = Math.floor((from + LOCAL) / DAY);
  return Float64Array.from({ length: days }, (_, n) => {
    // 1970 began on a Thursday, the fourth day of a week from Monday on.
    const weekday = weekdays[(firstDay + n + 3) % 7]!;
    const phase = (2 * Math.PI * (firstDay + n - season.peakDay)) / 365.2425;
    const changed = change !== null && n >= change.at * days ? change.factor : 1;
    return weekday * (1 + season.swing * Math.cos(phase)) * growth ** (n / 365.2425) * changed;
  });
}

/** A place at a fraction of the period: near a hot place that is hot then, or round the middle of the city, or anywhere. */
function drawPlace(offence: SimulatedOffence, when: number, draws: Draws): [number, number] {
  const { centreX, centreY, halfWidthMetres } = simulatedCity;
  const { uniform, normal } = draws;
  if (uniform() < offence.atHotPlaces) {
    for (;;) {
      const place = hotPlaces[draws.index(hotPlaceWeights)]!;
      if (when < place.from || when >= place.until) continue;
      return [place.x + place.spread * normal(), place.y + place.spread * normal()];
    }
  }
  if (uniform() < ANYWHERE) {
    return [centreX + halfWidthMetres * (2 * uniform() - 1), centreY + halfWidthMetres * (2 * uniform() - 1)];
  }
  for (;;) {
    const [x, y] = [CITY_SPREAD * normal(), CITY_SPREAD * normal()];
    if (Math.max(Math.abs(x), Math.abs(y)) < halfWidthMetres) return [centreX + x, centreY + y];
  }
}

/** What a report knows of the time: the moment itself, or an interval that holds it. */
function drawInterval({ timing }: SimulatedOffence, happened: number, { uniform }: Draws): [number, number] {
  if (uniform() < timing.exact) return [happened, happened];
  const [shortest, longest] = timing.hours;
  const steps = Math.max(
    1,
    Math.round(((shortest + (longest - shortest) * uniform()) * HOUR) / FIVE_MINUTES),
  );
  const from = happened - Math.floor(uniform() * steps) * FIVE_MINUTES;
  return [from, from + steps * FIVE_MINUTES];
}

interface SimulatedIncident {
  readonly x: number;
  readonly y: number;
  readonly happened: number;
  readonly from: number;
  readonly until: number;
  readonly offence: number;
  readonly isRepeat: number;
}

/** Columns that fill row by row, and come out in the order of time. */
class IncidentBook {
  length = 0;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #happened: Float64Array;
  readonly #from: Float64Array;
  readonly #until: Float64Array;
  readonly #offence: Uint16Array;
  readonly #isRepeat: Uint8Array;

  constructor(capacity: number) {
    this.#x = new Float64Array(capacity);
    this.#y = new Float64Array(capacity);
    this.#happened = new Float64Array(capacity);
    this.#from = new Float64Array(capacity);
    this.#until = new Float64Array(capacity);
    this.#offence = new Uint16Array(capacity);
    this.#isRepeat = new Uint8Array(capacity);
  }

  /** Adds a row; its place is kept to a decimetre, as an import would keep it. */
  add(row: SimulatedIncident): void {
    const n = this.length++;
    this.#x[n] = Math.round(row.x * 10) / 10;
    this.#y[n] = Math.round(row.y * 10) / 10;
    this.#happened[n] = row.happened;
    this.#from[n] = row.from;
    this.#until[n] = row.until;
    this.#offence[n] = row.offence;
    this.#isRepeat[n] = row.isRepeat;
  }

  sorted(): SimulatedIncidents {
    const from = this.#from;
    const order = new Uint32Array(this.length).map((_, n) => n).sort((a, b) => from[a]! - from[b]! || a - b);
    return {
      length: this.length,
      x: gather(this.#x, order),
      y: gather(this.#y, order),
      from: gather(from, order),
      until: gather(this.#until, order),
      offence: Uint16Array.from(order, (n) => this.#offence[n]!),
      offences: simulatedOffences.map(({ name }) => name),
      happened: gather(this.#happened, order),
      isRepeat: Uint8Array.from(order, (n) => this.#isRepeat[n]!),
    };
  }
}

function gather(column: Float64Array, order: Uint32Array): Float64Array {
  const gathered = new Float64Array(order.length);
  for (let n = 0; n < order.length; n++) gathered[n] = column[order[n]!]!;
  return gathered;
}
