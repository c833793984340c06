import { runInThreads } from '@amaan/compute/run-in-threads';
import { NearRepeatSettings } from '@amaan/contracts/crime/analysis-question';
import { AmaanError } from '@amaan/contracts/problem';
import type { KnoxQuestion } from '@amaan/crime-analytics/near-repeat/knox-question';
import { type KnoxChunk, knoxChunks, type prepareWork } from '@amaan/crime-analytics/near-repeat/knox-work';
import { summariseKnox } from '@amaan/crime-analytics/near-repeat/summarise-knox';
import type { Figure } from '../figure.ts';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import { pythonFloor } from './python-floor.ts';
import { YEAR_OF_INCIDENTS, yearOfIncidents } from './year-of-incidents.ts';

/** May be reduced for a quick look. */
const REPLICAS = Number(process.env.AMAAN_BENCH_REPLICAS ?? 999);
/** The plain version is timed over so few and scaled. */
const FLOOR_REPLICAS = 3;
const THREADS = 2;

/** Bands up to where near repeats are usually found, and those that the product proposes. */
const USUAL = NearRepeatSettings.parse({});
const ENDS = [[1, 100, 200, 300, 400], USUAL.metres];

/** The Knox test of a city's year. */
export const knoxFigures: CrimePart = async function* () {
  for (const metres of ENDS) yield* figuresUpTo(metres);
};

async function* figuresUpTo(metres: readonly number[]): AsyncGenerator<Figure> {
  const { x, y, day } = yearOfIncidents();
  const bands = { metres: [0, ...metres, Infinity], days: [0, ...USUAL.days, Infinity] };
  const question: KnoxQuestion = { x, y, day, bands, metric: 'manhattan' };
  const began = performance.now();
  const busy = process.cpuUsage();
  const tables = await runInThreads<Parameters<typeof prepareWork>[0], KnoxChunk, Float64Array>({
    module: new URL(import.meta.resolve('@amaan/crime-analytics/near-repeat/knox-work')),
    shared: { question, seed: 1 },
    chunks: knoxChunks(REPLICAS),
    threads: THREADS,
  });
  const found = summariseKnox(question, 1, tables);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(busy);
  const floor = await pythonFloor('knox.py', {
    arrays: { x, y, day },
    settings: {
      metres: [0, ...metres],
      days: [0, ...USUAL.days],
      replicas: FLOOR_REPLICAS,
      of: REPLICAS,
    },
  });
  const near = found.cells.slice(0, -1).flatMap((row) => row.map(({ observed }) => observed));
  if (floor && JSON.stringify(floor.result) !== JSON.stringify(near))
    throw new AmaanError('FLOOR_DISAGREES', 'The plain version counts other pairs.');
  const upTo = `Knox test up to ${metres.at(-1)} m`;
  const pairs = near.reduce((sum, count) => sum + count, 0);
  yield crimeFigure(`${upTo}: pairs, of ${YEAR_OF_INCIDENTS} incidents`, pairs, 'pairs');
  yield crimeFigure(`${upTo}: ${REPLICAS} permutations, ${THREADS} threads`, seconds, 's', {
    atMost: 20,
    floor: floor?.seconds,
  });
  yield crimeFigure(`${upTo}: processor time of all threads`, (user + system) / 1e6, 's');
}
