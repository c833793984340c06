import { AmaanError } from '@amaan/contracts/problem';
import type { Benchmark } from '../figure.ts';
import type { CrimePart } from './crime-part.ts';

/** The parts of the benchmark, in the order in which they run; `amaan bench crime NAME` runs one of them. */
const PARTS: Readonly<Record<string, () => Promise<CrimePart>>> = {
  stored: async () => (await import('./stored-incident-figures.ts')).storedIncidentFigures,
  density: async () => (await import('./density-figures.ts')).densityFigures,
  'hot-spots': async () => (await import('./hot-spot-figures.ts')).hotSpotFigures,
  knox: async () => (await import('./knox-figures.ts')).knoxFigures,
  scan: async () => (await import('./scan-figures.ts')).scanFigures,
  time: async () => (await import('./time-figures.ts')).timeFigures,
  forecast: async () => (await import('./forecast-figures.ts')).forecastFigures,
};

/**
 * How quick the methods of crime analytics are, beside a plain numpy and scipy version of the same work where Debian's
 * python3-scipy is installed, and how well forecasts do.
 */
export const benchCrime: Benchmark = async function* ({ file: only }) {
  if (only !== undefined && !Object.hasOwn(PARTS, only))
    throw new AmaanError('BENCH_PART_UNKNOWN', `Its parts are: ${Object.keys(PARTS).join(', ')}.`);
  for (const name of only === undefined ? Object.keys(PARTS) : [only]) yield* (await PARTS[name]!())();
};
