import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LaneMeasures, LaneMinute, LaneSums } from '@amaan/contracts/traffic/lane-measures';
import type { TrafficIncident, TrafficIncidentEnd } from '@amaan/contracts/traffic/traffic-incident';
import type { CheckedTrafficView } from '@amaan/contracts/traffic/traffic-view';
import { laneFigures } from '@amaan/traffic-management/measuring/lane-figures';
import { addLaneSums, emptyLaneSums } from '@amaan/traffic-management/measuring/lane-sums';
import { TrafficMeter, type TrafficReport } from '@amaan/traffic-management/measuring/traffic-meter';
import { detectionThresholds, trafficManagement } from '@amaan/traffic-management/system';
import { SourceError } from '@amaan/vision/sources/source-error';
import { analyseFile } from '../vision/analyse-file.ts';
import { openFileDetector } from '../vision/open-file-detector.ts';

/** As `amaan traffic measure --json` prints it, a line each. */
export type TrafficLine =
  /** A lane over one minute of the clock; what part of it the file covers is `coverage`. */
  | ({ readonly kind: 'minute' } & LaneMeasures)
  /** A lane over the whole file. */
  | ({ readonly kind: 'total' } & LaneMeasures)
  | ({ readonly kind: 'incident'; readonly incident: TrafficIncident['kind'] } & Omit<
      TrafficIncident,
      'kind'
    >)
  | ({ readonly kind: 'incident-over'; readonly incident: TrafficIncident['kind'] } & Omit<
      TrafficIncidentEnd,
      'kind'
    >);

export interface MeasureOptions {
  readonly view: CheckedTrafficView;
  readonly rate: number;
  /** When the file's first picture was taken, Unix ms. */
  readonly beganAt: number;
  /** Ends it early; what was measured until then is the answer. */
  readonly signal: AbortSignal;
  /** The file could not be read to its end; what was measured until then is still the answer. */
  readonly onFailure: (error: SourceError) => void;
}

/** Measures the traffic of a file or stream: incidents and minutes as they come, then each lane's total. */
export async function* measureTraffic(
  url: string,
  { view, rate, beganAt, signal, onFailure }: MeasureOptions,
): AsyncGenerator<TrafficLine, void, undefined> {
  const meter = new TrafficMeter(view);
  const totals = new Map<string, LaneSums>();
  let endMs = beganAt;
  function* lines({ minutes, incidents, ends }: TrafficReport): Generator<TrafficLine> {
    for (const { kind, ...incident } of incidents) yield { kind: 'incident', incident: kind, ...incident };
    for (const { kind, ...end } of ends) yield { kind: 'incident-over', incident: kind, ...end };
    for (const minute of minutes) {
      totals.set(minute.laneId, addLaneSums(totals.get(minute.laneId) ?? emptyLaneSums(), minute.sums));
      yield { kind: 'minute', ...minuteMeasures(view, minute) };
    }
  }

  await using detector = await openFileDetector('traffic measure', [url], {
    system: trafficManagement,
    thresholds: detectionThresholds,
  });
  try {
    for await (const { frame, objects } of analyseFile(url, rate, detector)) {
      endMs = beganAt + 1000 * frame.streamSeconds;
      yield* lines(meter.update(objects, frame.streamSeconds, endMs));
      if (signal.aborted) break;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    onFailure(error);
  }
  yield* lines(meter.finish());
  for (const lane of view.lanes) {
    const sums = totals.get(lane.id);
    if (sums)
      yield {
        kind: 'total',
        ...measuresOf(view, lane.id, sums, instantOf(beganAt), instantOf(Math.round(endMs))),
      };
  }
}

function minuteMeasures(view: CheckedTrafficView, { laneId, from, sums }: LaneMinute): LaneMeasures {
  return measuresOf(view, laneId, sums, from, instantOf(Date.parse(from) + 60_000));
}

function measuresOf(
  view: CheckedTrafficView,
  laneId: string,
  sums: LaneSums,
  from: Instant,
  to: Instant,
): LaneMeasures {
  const lane = view.lanes.find(({ id }) => id === laneId)!;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return {
    viewId: null,
    laneId,
    laneName: lane.name,
    approach: lane.approach,
    from,
    to,
    figures: laneFigures(sums, seconds),
  };
}
