import { AmaanError } from '@amaan/contracts/problem';
import { placesOfCells } from '@amaan/crime-analytics/scan/places-of-cells';
import { scanClusters } from '@amaan/crime-analytics/scan/scan-clusters';
import type { ScanCluster, ScanModel, ScanQuestion } from '@amaan/crime-analytics/scan/scan-question';
import type { prepareWork } from '@amaan/crime-analytics/scan/scan-work';
import { type ReplicaRange, replicaRanges } from '@amaan/server/crime/analyses/analysis-method';
import { incidentDays } from '@amaan/server/crime/analyses/incident-days';
import { computeWithProgress } from './compute-with-progress.ts';
import { type IncidentFileOptions, readIncidents } from './read-incidents.ts';
import { readSatscanFiles } from './read-satscan-files.ts';
import type { ReplicaFlags } from './replica-options.ts';
import { reportRejected } from './report-rejected.ts';

export interface ScanOptions extends IncidentFileOptions, ReplicaFlags {
  readonly cell: number;
  readonly maxMetres?: number;
  readonly maxDays: number;
  readonly maxShare: number;
  readonly stepDays: number;
  /** Only clusters that still go on when the file ends. */
  readonly ongoing?: boolean;
  readonly minCases: number;
  readonly most: number;
  /** Files of SaTScan's Poisson model, both or neither; `file` then holds its cases. */
  readonly coordinates?: string;
  readonly population?: string;
}

/** One line of `amaan crime scan --json`. */
export type ScanLine = ScanClusterLine | ScanSummary;

export interface ScanClusterLine {
  readonly kind: 'cluster';
  readonly rank: number;
  /** Middle and radius of the circle, in the file's plane; degrees where the plane has a name. */
  readonly x: number;
  readonly y: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** From the middle to the middle of its farthest cell or place. */
  readonly radius: number;
  /** How many cells or places are in it; their names where the file names them, nearest to the middle first. */
  readonly places: number;
  readonly ids: readonly string[] | null;
  /** First and last day; null where time was not looked at. */
  readonly from: string | null;
  readonly until: string | null;
  readonly population: number | null;
  readonly cases: number;
  readonly expected: number;
  readonly relativeRisk: number | null;
  readonly logLikelihoodRatio: number;
  readonly p: number;
}

export interface ScanSummary {
  readonly kind: 'summary';
  readonly model: ScanModel;
  readonly cases: number;
  readonly rejected: number;
  readonly otherOffences: number;
  /** Incidents whose day is not known, which were left out. */
  readonly vague: number;
  readonly places: number;
  readonly steps: number;
  readonly stepDays: number;
  readonly replicas: number;
  readonly seed: number;
  /** Those with p ≤ 0.05. */
  readonly significant: number;
}

const MODULE = new URL(import.meta.resolve('@amaan/crime-analytics/scan/scan-work'));
const DAY_MS = 86_400_000;
/** Clusters last days, so an incident whose time is open by more than this cannot be in one. */
const MOST_VAGUE_DAYS = 7;

/** Circles, and periods, with more incidents than expected: those of a file, or the cases of SaTScan's files. */
export async function* findClusters(file: string, options: ScanOptions): AsyncGenerator<ScanLine> {
  const asked = await questionOf(file, options);
  const { question, rejected } = asked;
  reportRejected(rejected);
  const { seed, replicas, threads } = options;
  const parts = await computeWithProgress<Parameters<typeof prepareWork>[0], ReplicaRange, Float64Array>({
    module: MODULE,
    shared: { question, seed },
    chunks: replicaRanges(replicas),
    what: 'replicas',
    size: ({ from, to }) => to - from,
    ...(threads === undefined ? {} : { threads }),
  });
  const highest = Float64Array.from(parts.flatMap((part) => [...part]));
  const clusters = scanClusters(question, highest, options.most);
  for (const [at, cluster] of clusters.entries()) yield clusterLine(at + 1, cluster, asked);
  yield {
    kind: 'summary',
    model: question.model,
    cases: question.casePlace.length,
    rejected: rejected.length,
    otherOffences: asked.otherOffences,
    vague: asked.vague,
    places: question.places.x.length,
    steps: question.steps,
    stepDays: asked.stepDays,
    replicas,
    seed,
    significant: clusters.filter(({ p }) => p <= 0.05).length,
  };
}

interface AskedScan {
  readonly question: ScanQuestion;
  readonly rejected: Awaited<ReturnType<typeof readIncidents>>['rejected'];
  readonly otherOffences: number;
  readonly vague: number;
  readonly stepDays: number;
  /** First day since 1970; null where time is not looked at. */
  readonly begin: number | null;
  readonly lastDay: number;
  readonly ids: readonly string[] | null;
  readonly projection: Awaited<ReturnType<typeof readIncidents>>['projection'];
}

async function questionOf(file: string, options: ScanOptions): Promise<AskedScan> {
  const { coordinates, population } = options;
  if (coordinates !== undefined && population !== undefined)
    return satscanQuestion({ cases: file, coordinates, population }, options);
  if (coordinates !== undefined || population !== undefined)
    throw new AmaanError(
      'SCAN_INVALID',
      'The Poisson model needs both --coordinates and --population; without either, times are compared.',
    );
  const read = await readIncidents(file, options);
  const { x, y, day, vague } = incidentDays(read.incidents, options.timeZone ?? 'UTC', MOST_VAGUE_DAYS);
  const { stepDays, cell, maxDays } = options;
  const begin = day.reduce((first, on) => Math.min(first, on), Infinity);
  const lastDay = day.reduce((last, on) => Math.max(last, on), -Infinity);
  const steps = Math.ceil((lastDay - begin + 1) / stepDays);
  const { places, casePlace } = placesOfCells(x, y, cell);
  return {
    question: {
      model: 'permutation',
      places,
      casePlace,
      // Steps are counted back from the last day, so that the last one is whole.
      caseStep: day.map((on) => steps - 1 - Math.floor((lastDay - on) / stepDays)),
      steps,
      windows: {
        ...windowsOf(options),
        maxSteps: Math.max(1, Math.min(Math.floor(steps / 2), Math.floor(maxDays / stepDays))),
        ending: options.ongoing ? 'last' : 'any',
      },
    },
    rejected: read.rejected,
    otherOffences: read.otherOffences,
    ...{ vague, stepDays, begin: lastDay + 1 - steps * stepDays, lastDay, ids: null },
    projection: read.projection,
  };
}

async function satscanQuestion(
  files: { readonly cases: string; readonly coordinates: string; readonly population: string },
  options: ScanOptions,
): Promise<AskedScan> {
  const { ids, places, casePlace } = await readSatscanFiles(files);
  const question: ScanQuestion = {
    model: 'poisson',
    ...{ places, casePlace, caseStep: new Int32Array(casePlace.length), steps: 1 },
    windows: windowsOf(options),
  };
  const unread = { rejected: [], otherOffences: 0, vague: 0, projection: null };
  return { question, ...unread, ids, stepDays: options.stepDays, begin: null, lastDay: 0 };
}

function windowsOf({ maxShare, maxMetres, minCases }: ScanOptions) {
  return { maxShare, minCases, ...(maxMetres === undefined ? {} : { maxMetres }) };
}

function clusterLine(
  rank: number,
  cluster: ScanCluster,
  { question, projection, ids, begin, stepDays }: AskedScan,
): ScanClusterLine {
  const x = question.places.x[cluster.centre]!;
  const y = question.places.y[cluster.centre]!;
  const [longitude, latitude] = projection?.inverse(x, y) ?? [null, null];
  const dateOf = (step: number, days: number): string | null =>
    begin === null ? null : new Date((begin + step * stepDays + days) * DAY_MS).toISOString().slice(0, 10);
  return {
    kind: 'cluster',
    ...{ rank, x, y, longitude, latitude },
    radius: cluster.radiusMetres,
    places: cluster.places.length,
    ids: ids && Array.from(cluster.places, (place) => ids[place]!),
    from: dateOf(cluster.firstStep, 0),
    until: dateOf(cluster.lastStep, stepDays - 1),
    population: cluster.population,
    cases: cluster.cases,
    expected: cluster.expected,
    relativeRisk: cluster.relativeRisk,
    logLikelihoodRatio: cluster.logLikelihoodRatio,
    p: cluster.p,
  };
}
