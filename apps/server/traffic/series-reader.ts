import type { SeriesPoint, TrafficStep } from '@amaan/contracts/traffic/api-lanes';
import type { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import type { Database } from '@amaan/store/open-database';
import {
  type LaneReference,
  laneKey,
  readLaneSums,
  type StoredSums,
} from '@amaan/store/traffic/lane-reading';
import { laneFigures } from '@amaan/traffic-management/measuring/lane-figures';
import { addLaneSums } from '@amaan/traffic-management/measuring/lane-sums';
import { HttpError } from '../http/http-errors.ts';
import { approachSums } from './approach-sums.ts';
import { hasWholeHours, type Interval, intervalsOf } from './intervals.ts';

/** Intervals of one answer. */
const MOST_INTERVALS = 1_500;
/** Minutes or hours that are added up for one answer: reading more takes longer than somebody waits. */
const MOST_ROWS = 150_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface SeriesPeriod extends Interval {
  readonly step: TrafficStep;
  readonly timeZone: string;
}

/** Sums of one interval; null: nothing was seen in it. */
export interface SummedInterval extends Interval {
  readonly sums: LaneSums | null;
}

/** Adds up stored minutes and hours to the intervals that somebody asks for. */
export class SeriesReader {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Figures of groups of lanes, each group as one road. @throws HttpError 422 `PERIOD_REFUSED` */
  async read(groups: readonly (readonly LaneReference[])[], period: SeriesPeriod): Promise<SeriesPoint[][]> {
    const summed = await this.sums(groups, period);
    return summed.map((intervals) =>
      intervals.map(({ from, to, sums }) => ({
        ...{ from, to },
        figures: sums === null ? null : laneFigures(sums, (Date.parse(to) - Date.parse(from)) / 1000),
      })),
    );
  }

  /**
   * The sums behind them: exact, however long the interval is.
   * @returns for each group every interval of the period
   * @throws HttpError 422 `PERIOD_REFUSED`
   */
  async sums(
    groups: readonly (readonly LaneReference[])[],
    period: SeriesPeriod,
  ): Promise<SummedInterval[][]> {
    const { step, timeZone } = period;
    const intervals = intervalsOf(period, step, timeZone, MOST_INTERVALS + 1);
    const [first, last] = [intervals[0], intervals.at(-1)];
    if (first === undefined || last === undefined)
      throw refused('A period ends after it begins; choose a later end.');
    if (intervals.length > MOST_INTERVALS)
      throw refused(
        `That are more than ${MOST_INTERVALS} intervals: choose a longer step or a shorter period.`,
      );
    const whole = { from: first.from, to: last.to };
    const isLong = step === '1h' || step === '1d';
    const of = isLong && hasWholeHours(whole, timeZone) ? 'hours' : 'minutes';
    const lanes = [...new Map(groups.flat().map((lane) => [laneKey(lane), lane])).values()];
    const milliseconds = Date.parse(whole.to) - Date.parse(whole.from);
    if ((lanes.length * milliseconds) / (of === 'hours' ? HOUR_MS : MINUTE_MS) > MOST_ROWS)
      throw refused(
        'That is more than is added up at once: choose fewer lanes, a shorter period or a step of hours.',
      );
    const stored = Map.groupBy(await readLaneSums(this.#db, lanes, of, whole), laneKey);
    return groups.map((group) => {
      const perLane = group.map((lane) => addedUp(stored.get(laneKey(lane)) ?? [], intervals));
      return intervals.map((interval, index) => {
        const seen = perLane.flatMap((lane) => lane[index] ?? []);
        return { ...interval, sums: seen.length === 0 ? null : approachSums(seen) };
      });
    });
  }
}

/** What of a lane's stored sums, in their order, falls into each interval; undefined: nothing. */
function addedUp(stored: readonly StoredSums[], intervals: readonly Interval[]): (LaneSums | undefined)[] {
  const added: (LaneSums | undefined)[] = intervals.map(() => undefined);
  let index = 0;
  for (const { at, sums } of stored) {
    while (index < intervals.length && at >= intervals[index]!.to) index += 1;
    if (index === intervals.length) break;
    const before = added[index];
    added[index] = before === undefined ? sums : addLaneSums(before, sums);
  }
  return added;
}

function refused(message: string): HttpError {
  return new HttpError(422, 'PERIOD_REFUSED', message);
}
