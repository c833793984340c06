import type { KnoxMetric, KnoxQuestion } from '@amaan/crime-analytics/near-repeat/knox-question';
import { type KnoxChunk, knoxChunks, type prepareWork } from '@amaan/crime-analytics/near-repeat/knox-work';
import {
  type NearRepeatAdvice,
  nearRepeatAdvice,
  stillNear,
} from '@amaan/crime-analytics/near-repeat/near-repeat-advice';
import { type KnoxCell, summariseKnox } from '@amaan/crime-analytics/near-repeat/summarise-knox';
import { incidentDays } from '@amaan/server/crime/analyses/incident-days';
import { computeWithProgress } from './compute-with-progress.ts';
import { type IncidentFileOptions, readIncidents } from './read-incidents.ts';
import type { ReplicaFlags } from './replica-options.ts';
import { reportRejected } from './report-rejected.ts';

export interface NearRepeatOptions extends IncidentFileOptions, ReplicaFlags {
  /** Upper ends of the bands; one without end follows. */
  readonly metres: readonly number[];
  readonly days: readonly number[];
  readonly metric: KnoxMetric;
  /** Highest p of what is advised. */
  readonly alpha: number;
}

/** One line of `amaan crime near-repeat --json`. */
export type NearRepeatLine = NearRepeatCell | NearRepeatPlace | NearRepeatSummary;

export type NearRepeatCell = { readonly kind: 'cell' } & KnoxCell;

/** An incident around which the advice holds on the day after the last one of the file. */
export interface NearRepeatPlace {
  readonly kind: 'place';
  readonly x: number;
  readonly y: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly withinMetres: number;
  /** The incident's day, and the last one on which the advice holds. */
  readonly day: string;
  readonly lastDay: string;
}

export interface NearRepeatSummary {
  readonly kind: 'summary';
  readonly incidents: number;
  readonly rejected: number;
  readonly otherOffences: number;
  /** Incidents whose day is not known, which were left out. */
  readonly vague: number;
  readonly pairs: number;
  readonly metric: KnoxMetric;
  readonly replicas: number;
  readonly seed: number;
  /** Null: no repeats nearby beyond chance. */
  readonly advice: NearRepeatAdvice | null;
}

const MODULE = new URL(import.meta.resolve('@amaan/crime-analytics/near-repeat/knox-work'));
/** An incident whose time is open by more than a day puts pairs into wrong bands. */
const MOST_VAGUE_DAYS = 1;
const DAY_MS = 86_400_000;

/** The Knox test on the incidents of a file, and what follows from it for the next days. */
export async function* findNearRepeats(
  file: string,
  options: NearRepeatOptions,
): AsyncGenerator<NearRepeatLine> {
  const read = await readIncidents(file, options);
  reportRejected(read.rejected);
  const { x, y, day, vague } = incidentDays(read.incidents, options.timeZone ?? 'UTC', MOST_VAGUE_DAYS);
  const { seed, replicas, metric, threads } = options;
  const bands = { metres: [0, ...options.metres, Infinity], days: [0, ...options.days, Infinity] };
  const question: KnoxQuestion = { x, y, day, bands, metric };
  const tables = await computeWithProgress<Parameters<typeof prepareWork>[0], KnoxChunk, Float64Array>({
    module: MODULE,
    shared: { question, seed },
    chunks: knoxChunks(replicas),
    what: 'replicas',
    size: ({ from, to }) => to - from,
    ...(threads === undefined ? {} : { threads }),
  });
  const found = summariseKnox(question, seed, tables);
  for (const cell of found.cells.flat()) yield { kind: 'cell', ...cell };
  const advice = nearRepeatAdvice(bands, found, tables, options.alpha);
  if (advice) {
    const tomorrow = day.reduce((last, on) => Math.max(last, on), -Infinity) + 1;
    for (const at of stillNear(day, advice, tomorrow)) {
      const [longitude, latitude] = read.projection?.inverse(x[at]!, y[at]!) ?? [null, null];
      const place = { x: x[at]!, y: y[at]!, longitude, latitude, withinMetres: advice.withinMetres };
      yield {
        kind: 'place',
        ...place,
        day: dateOf(day[at]!),
        lastDay: dateOf(day[at]! + advice.withinDays - 1),
      };
    }
  }
  yield {
    kind: 'summary',
    incidents: found.incidents,
    rejected: read.rejected.length,
    otherOffences: read.otherOffences,
    vague,
    pairs: found.pairs,
    metric,
    replicas,
    seed,
    advice,
  };
}

function dateOf(day: number): string {
  return new Date(Math.ceil(day) * DAY_MS).toISOString().slice(0, 10);
}
