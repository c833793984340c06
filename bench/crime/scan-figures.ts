import { runInThreads } from '@amaan/compute/run-in-threads';
import { AmaanError } from '@amaan/contracts/problem';
import { placesOfCells } from '@amaan/crime-analytics/scan/places-of-cells';
import { scanBasis } from '@amaan/crime-analytics/scan/scan-basis';
import { scanClusters } from '@amaan/crime-analytics/scan/scan-clusters';
import type { ScanQuestion } from '@amaan/crime-analytics/scan/scan-question';
import type { prepareWork } from '@amaan/crime-analytics/scan/scan-work';
import { type ReplicaRange, replicaRanges } from '@amaan/server/crime/analyses/analysis-method';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import { pythonFloor } from './python-floor.ts';
import { YEAR_OF_INCIDENTS, yearOfIncidents } from './year-of-incidents.ts';

/** May be reduced for a quick look. */
const REPLICAS = Number(process.env.AMAAN_BENCH_REPLICAS ?? 999);
/** The plain version is timed over the data and so few replicas, and scaled. */
const FLOOR_REPLICAS = 1;
const THREADS = 2;
const CELL_METRES = 250;
const MAX_METRES = 1000;
const MAX_DAYS = 28;

/** The space-time scan of a city's year by days. */
export const scanFigures: CrimePart = async function* () {
  const { x, y, day } = yearOfIncidents();
  const { places, casePlace } = placesOfCells(x, y, CELL_METRES);
  const begin = day.reduce((first, at) => Math.min(first, at), Infinity);
  const caseStep = day.map((at) => at - begin);
  const steps = caseStep.reduce((last, at) => Math.max(last, at), 0) + 1;
  const windows = { maxShare: 0.5, maxMetres: MAX_METRES, maxSteps: MAX_DAYS };
  const question: ScanQuestion = { model: 'permutation', places, casePlace, caseStep, steps, windows };
  const began = performance.now();
  const busy = process.cpuUsage();
  const parts = await runInThreads<Parameters<typeof prepareWork>[0], ReplicaRange, Float64Array>({
    module: new URL(import.meta.resolve('@amaan/crime-analytics/scan/scan-work')),
    shared: { question, seed: 1 },
    chunks: replicaRanges(REPLICAS),
    threads: THREADS,
  });
  const highest = Float64Array.from(parts.flatMap((part) => [...part]));
  const clusters = scanClusters(question, highest);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(busy);

  const circles = circlesOf(question);
  const floor = await pythonFloor('scan.py', {
    arrays: { place: casePlace, step: caseStep, member: circles.member, start: circles.start },
    settings: {
      ...{ places: places.x.length, steps, maxSteps: MAX_DAYS },
      ...{ replicas: FLOOR_REPLICAS, of: REPLICAS },
    },
  });
  const most = clusters[0]?.logLikelihoodRatio ?? 0;
  if (floor && Math.abs((floor.result as number) - most) > 1e-6)
    throw new AmaanError('FLOOR_DISAGREES', 'The plain version finds another most likely cluster.');
  const count = circles.start.length - 1;
  yield crimeFigure('circles of the scan, each looked at in every period', count, 'circles');
  yield crimeFigure(
    `space-time scan, ${YEAR_OF_INCIDENTS} incidents, ${steps} days, ${REPLICAS} replicas, ${THREADS} threads`,
    seconds,
    's',
    { atMost: 60, floor: floor?.seconds },
  );
  yield crimeFigure('space-time scan: processor time of all threads', (user + system) / 1e6, 's');
};

/** Every circle with all of its places, for a matrix. */
function circlesOf(question: ScanQuestion): { readonly member: Int32Array; readonly start: Int32Array } {
  const { zones } = scanBasis(question);
  const [member, start]: number[][] = [[], [0]];
  for (let centre = 0; centre + 1 < zones.start.length; centre += 1)
    for (let at = zones.start[centre]!; at < zones.start[centre + 1]!; at += 1) {
      if (zones.closes[at] === 0) continue;
      for (let inside = zones.start[centre]!; inside <= at; inside += 1) member!.push(zones.member[inside]!);
      start!.push(member!.length);
    }
  return { member: Int32Array.from(member!), start: Int32Array.from(start!) };
}
