import { runInThreads } from '@amaan/compute/run-in-threads';
import { NearRepeatSettings } from '@amaan/contracts/crime/analysis-question';
import { AmaanError } from '@amaan/contracts/problem';
import type { KnoxQuestion } from '@amaan/crime-analytics/near-repeat/knox-question';
import type { prepareWork } from '@amaan/crime-analytics/near-repeat/knox-work';
import { summariseKnox } from '@amaan/crime-analytics/near-repeat/summarise-knox';
import { type ReplicaRange, replicaRanges } from '@amaan/server/crime/analyses/analysis-method';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import { pythonFloor } from './python-floor.ts';
import { YEAR_OF_INCIDENTS, yearOfIncidents } from './year-of-incidents.ts';

/** May be reduced for a quick look. */
const REPLICAS = Number(process.env.AMAAN_BENCH_REPLICAS ?? 999);
/** The plain version is timed over so few and scaled. */
const FLOOR_REPLICAS = 3;
const THREADS = 2;

/** The Knox test of a city's year with the bands that near-repeat advice uses by default. */
export const knoxFigures: CrimePart = async function* () {
  const { x, y, day } = yearOfIncidents();
  const usual = NearRepeatSettings.parse({});
  const bands = { metres: [0, ...usual.metres, Infinity], days: [0, ...usual.days, Infinity] };
  const question: KnoxQuestion = { x, y, day, bands, metric: 'manhattan' };
  const began = performance.now();
  const tables = await runInThreads<Parameters<typeof prepareWork>[0], ReplicaRange, Float64Array>({
    module: new URL(import.meta.resolve('@amaan/crime-analytics/near-repeat/knox-work')),
    shared: { question, seed: 1 },
    chunks: replicaRanges(REPLICAS + 1),
    threads: THREADS,
  });
  const found = summariseKnox(question, 1, tables);
  const seconds = (performance.now() - began) / 1000;
  const floor = await pythonFloor('knox.py', {
    arrays: { x, y, day },
    settings: {
      metres: [0, ...usual.metres],
      days: [0, ...usual.days],
      replicas: FLOOR_REPLICAS,
      of: REPLICAS,
    },
  });
  const near = found.cells.slice(0, -1).flatMap((row) => row.map(({ observed }) => observed));
  if (floor && JSON.stringify(floor.result) !== JSON.stringify(near))
    throw new AmaanError('FLOOR_DISAGREES', 'The plain version counts other pairs.');
  const pairs = near.reduce((sum, count) => sum + count, 0);
  yield crimeFigure(
    `pairs within ${usual.metres.at(-1)} m, of ${YEAR_OF_INCIDENTS} incidents`,
    pairs,
    'pairs',
  );
  yield crimeFigure(
    `Knox test, ${YEAR_OF_INCIDENTS} incidents, ${REPLICAS} permutations, ${THREADS} threads`,
    seconds,
    's',
    { atMost: 20, floor: floor?.seconds },
  );
};
