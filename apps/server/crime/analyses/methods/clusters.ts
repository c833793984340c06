import { type Instant, instantOf } from '@amaan/contracts/instant';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import { placesOfCells } from '@amaan/crime-analytics/scan/places-of-cells';
import { scanClusters } from '@amaan/crime-analytics/scan/scan-clusters';
import type { ScanQuestion } from '@amaan/crime-analytics/scan/scan-question';
import { prepareWork } from '@amaan/crime-analytics/scan/scan-work';
import { LocalOffsets } from '@amaan/crime-analytics/time/local-offsets';
import type { AnalysisData } from '../analysis-data.ts';
import {
  type AnalysisMethod,
  limitNote,
  methodNote,
  type QuestionOf,
  type ReplicaRange,
  replicaRanges,
} from '../analysis-method.ts';
import { areaAt } from '../area-of-cells.ts';
import { incidentDays } from '../incident-days.ts';

/** A cluster lasts days, so a report that leaves more than this open cannot be in one, in days. */
const MOST_VAGUE_DAYS = 7;
/** Steps of a longer period are weeks. */
const LONGEST_BY_DAYS = 400;
const DAY_MS = 86_400_000;

/** Circles, and periods, with more than expected: the scan statistic, its replicas in threads. */
export const clusterMethod: AnalysisMethod<'clusters', ReplicaRange, Float64Array> = {
  parts: {
    chunks: ({ settings }) => replicaRanges(settings.replicas),
    prepare: (question, data) =>
      prepareWork({ question: scanOf(question, data).scan, seed: question.settings.seed }),
  },
  finish(question, data, parts) {
    const { settings } = question;
    const { scan, vague, stepDays, begin, places } = scanOf(question, data);
    const highest = Float64Array.from(parts.flatMap((part) => [...part]));
    const plane = projectionOf(data.crs);
    const offsets = new LocalOffsets(data.timeZone);
    const at = (step: number): Instant => instantOf(offsets.instantOf((begin + step * stepDays) * DAY_MS));
    const timed = settings.model === 'space-time';
    const clusters = scanClusters(scan, highest, 20).map((one) => {
      const [longitude, latitude] = plane.inverse(scan.places.x[one.centre]!, scan.places.y[one.centre]!);
      return {
        centre: [longitude, latitude] as [number, number],
        // A circle reaches to the edge of its outermost cells, not to their middles.
        radiusMetres: one.radiusMetres + places.halfMetres,
        from: timed ? at(one.firstStep) : null,
        until: timed ? at(one.lastStep + 1) : null,
        observed: one.cases,
        expected: one.expected,
        relativeRisk: one.relativeRisk,
        logLikelihoodRatio: one.logLikelihoodRatio,
        p: one.p,
      };
    });
    const { maximumMetres, maximumDays, replicas } = settings;
    return {
      result: { kind: 'clusters', clusters, replicas },
      notes: [
        timed
          ? methodNote('method-scan-space-time', { metres: maximumMetres, days: maximumDays, replicas })
          : methodNote('method-scan-space', { metres: maximumMetres, replicas }),
        ...(vague > 0
          ? [limitNote('limit-vague-left-out', { incidents: vague, days: MOST_VAGUE_DAYS })]
          : []),
        limitNote('limit-cluster-edge', { metres: places.halfMetres * 2 }),
      ],
    };
  },
};

interface PreparedScan {
  readonly scan: ScanQuestion;
  readonly vague: number;
  readonly stepDays: number;
  /** First local day, since 1970. */
  readonly begin: number;
  readonly places: { readonly halfMetres: number };
}

function scanOf({ selection, settings }: QuestionOf<'clusters'>, data: AnalysisData): PreparedScan {
  const { x, y, day, vague } = incidentDays(data.incidents, data.timeZone, MOST_VAGUE_DAYS);
  const ahead = new LocalOffsets(data.timeZone);
  const localDay = (instant: string) => {
    const unixMs = Date.parse(instant);
    return Math.floor((unixMs + ahead.at(unixMs)) / DAY_MS);
  };
  const begin = localDay(selection.period.from);
  const days = Math.max(1, localDay(selection.period.until) - begin + 1);
  const stepDays = days > LONGEST_BY_DAYS ? 7 : 1;
  const windows = { maxShare: settings.maximumShare, maxMetres: settings.maximumMetres };
  if (settings.model === 'space') {
    const { places, casePlace } = areaPlaces(data, x, y);
    const scan = { model: 'poisson' as const, places, casePlace, caseStep: new Int32Array(casePlace.length) };
    return { scan: { ...scan, steps: 1, windows }, vague, stepDays, begin, places: { halfMetres: 0 } };
  }
  const { places, casePlace } = placesOfCells(x, y, settings.cells.metres);
  const steps = Math.ceil(days / stepDays);
  return {
    scan: {
      model: 'permutation',
      places,
      casePlace,
      caseStep: day.map((one) => Math.min(steps - 1, Math.max(0, Math.floor((one - begin) / stepDays)))),
      steps,
      windows: {
        ...windows,
        maxSteps: Math.max(1, Math.min(Math.floor(steps / 2), Math.round(settings.maximumDays / stepDays))),
      },
    },
    ...{ vague, stepDays, begin },
    places: { halfMetres: settings.cells.metres / 2 },
  };
}

/** @throws CrimeAnalyticsError `NO_POPULATION` */
function areaPlaces({ areas }: AnalysisData, x: Float64Array, y: Float64Array) {
  if (areas.length < 2 || areas.some(({ population }) => population === null))
    throw new CrimeAnalyticsError(
      'NO_POPULATION',
      'A scan against the people who live there needs station areas with their population; store these, or scan space and time.',
    );
  const kept: number[] = [];
  for (const [at, east] of x.entries()) {
    const area = areaAt(areas, east, y[at]!);
    if (area >= 0) kept.push(area);
  }
  const centres = areas.map(({ plane }) => middleOf(plane[0] ?? new Float64Array()));
  return {
    places: {
      x: Float64Array.from(centres, (centre) => centre.x),
      y: Float64Array.from(centres, (centre) => centre.y),
      population: Float64Array.from(areas, ({ population }) => population ?? 0),
    },
    casePlace: Int32Array.from(kept),
  };
}

/** Centre of mass of a ring (P. Bourke, "Calculating the area and centroid of a polygon", 1988). */
function middleOf(ring: Float64Array): { x: number; y: number } {
  let [area, sumX, sumY] = [0, 0, 0];
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    const cross = ring[at]! * ring[next + 1]! - ring[next]! * ring[at + 1]!;
    area += cross;
    sumX += (ring[at]! + ring[next]!) * cross;
    sumY += (ring[at + 1]! + ring[next + 1]!) * cross;
  }
  return { x: sumX / (3 * area), y: sumY / (3 * area) };
}
