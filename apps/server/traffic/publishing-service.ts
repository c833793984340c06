import type { Position } from '@amaan/contracts/geometry';
import { instantOf } from '@amaan/contracts/instant';
import type { PublishedEntity, PublishedQuery } from '@amaan/contracts/traffic/api-published';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import type { Database } from '@amaan/store/open-database';
import { lastViewChange, listTrafficViews, type PlacedTrafficView } from '@amaan/store/traffic/traffic-views';
import {
  type DatexHeader,
  datexMeasuredData,
  datexSiteTable,
} from '@amaan/traffic-management/publishing/datex';
import type { MeasuringSite, PublishedLane } from '@amaan/traffic-management/publishing/published-lane';
import { trafficCsv } from '@amaan/traffic-management/publishing/traffic-csv';
import { trafficFlowObserved } from '@amaan/traffic-management/publishing/traffic-flow-observed';
import type { Principal } from '../access/decide.ts';
import { type Interval, STEP_MS } from './intervals.ts';
import { SeriesReader } from './series-reader.ts';

/** A minute is stored some seconds after it ended. */
const LATE_MS = 30_000;

interface Lane {
  readonly placed: PlacedTrafficView;
  readonly lane: TrafficLane;
  readonly site: MeasuringSite;
}

export interface PublishingOptions {
  readonly db: Database;
  /** Who publishes, by a name that is unique in the country. */
  readonly publisher: string;
  readonly now: () => number;
}

/** Figures of lanes in the formats that other systems read. What was not seen is left out; nothing is cut off. */
export class PublishingService {
  readonly #options: PublishingOptions;
  readonly #series: SeriesReader;

  constructor(options: PublishingOptions) {
    this.#options = options;
    this.#series = new SeriesReader(options.db);
  }

  /** As FIWARE's `TrafficFlowObserved` in NGSI-LD. @throws HttpError 422 `PERIOD_REFUSED` */
  async fiware(query: PublishedQuery, by: Principal): Promise<PublishedEntity[]> {
    const lanes = await this.#lanes(query, by);
    return (await this.#published(query, lanes)).map((lane) => ({ ...trafficFlowObserved(lane) }));
  }

  /** As CSV, a row for each lane and interval that was seen. @throws HttpError 422 `PERIOD_REFUSED` */
  async csv(query: PublishedQuery, by: Principal): Promise<string> {
    return trafficCsv(await this.#published(query, await this.#lanes(query, by)));
  }

  /** The places of measuring as DATEX II version 3. */
  async datexSites(query: PublishedQuery, by: Principal): Promise<string> {
    const lanes = await this.#lanes(query, by);
    return datexSiteTable(
      lanes.map(({ site }) => site),
      await this.#header(query),
    );
  }

  /** Their figures as DATEX II version 3. @throws HttpError 422 `PERIOD_REFUSED` */
  async datexData(query: PublishedQuery, by: Principal): Promise<string> {
    const lanes = await this.#published(query, await this.#lanes(query, by));
    return datexMeasuredData(lanes, await this.#header(query));
  }

  async #lanes({ siteId, cameraId, simulated }: PublishedQuery, { sites }: Principal): Promise<Lane[]> {
    const cameras = cameraId === undefined ? undefined : [cameraId];
    const placed = await listTrafficViews(this.#options.db, { sites, siteId, cameras });
    return placed
      .filter((one) => one.simulated === (simulated === 'true'))
      .flatMap((one) =>
        one.view.lanes.map((lane, index) => ({ placed: one, lane, site: siteOf(one, lane, index + 1) })),
      );
  }

  async #published(query: PublishedQuery, lanes: readonly Lane[]): Promise<PublishedLane[]> {
    if (lanes.length === 0) return [];
    const { step, timeZone } = query;
    const groups = lanes.map(({ placed, lane }) => [{ cameraId: placed.view.cameraId, laneId: lane.id }]);
    const points = await this.#series.read(groups, { ...this.#period(query), step, timeZone });
    return lanes.flatMap(({ placed, lane, site }, index) =>
      points[index]!.flatMap(({ from, to, figures }) => {
        if (figures === null) return [];
        const { id: laneId, name: laneName, approach } = lane;
        const measures = { viewId: placed.view.id, laneId, laneName, approach, from, to, figures };
        return [{ site, measures }];
      }),
    );
  }

  /** Left out: the last interval that is over and stored. */
  #period({ from, to, step }: PublishedQuery): Interval {
    const length = STEP_MS[step];
    const last = Math.floor((this.#options.now() - LATE_MS) / length) * length;
    const end = to ?? instantOf(last);
    return { from: from ?? instantOf(Date.parse(end) - length), to: end };
  }

  async #header({ step, simulated }: PublishedQuery): Promise<DatexHeader> {
    const { db, publisher, now } = this.#options;
    const changed = await lastViewChange(db);
    return {
      publishedAt: instantOf(now()),
      country: 'pk',
      publisher,
      tableId: `${publisher}-lanes${simulated === 'true' ? '-simulated' : ''}`,
      tableVersion: String(changed === null ? 0 : Math.floor(Date.parse(changed) / 1000)),
      periodSeconds: STEP_MS[step] / 1000,
      status: simulated === 'true' ? 'test' : 'real',
    };
  }
}

function siteOf(
  { view, position }: PlacedTrafficView,
  { id, name, approach, bearing }: TrafficLane,
  laneNumber: number,
): MeasuringSite {
  return {
    ...{ id: `${view.cameraId}/${id}`, version: view.version, name, approach, laneNumber, bearing },
    position: position as Position | null,
  };
}
