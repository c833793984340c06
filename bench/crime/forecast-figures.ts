import { readIncidents } from '@amaan/cli/crime/read-incidents';
import { runInThreads } from '@amaan/compute/run-in-threads';
import { ZoneClock } from '@amaan/contracts/tables/zone-clock';
import type { ForecastScore } from '@amaan/crime-analytics/evaluation/forecast-score';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import type { Figure } from '../figure.ts';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import type { ForecastBench, ForecastBenchChunk, ForecastBenchPart } from './forecast-work.ts';

const FILE = 'crime/vancouver-2025.csv';
const TIME_ZONE = 'America/Vancouver';
const CRS = 'EPSG:26910';
/** Squares of 150 m, and the hexagons that are nearest to them in size. */
const SHAPES = [
  { name: '', shape: {} },
  { name: ' in hexagons', shape: { shape: { shape: 'hexagon', resolution: 10, crs: CRS } } },
] as const;
const AREA_FRACTION = 0.005;
/** Offences with fewer incidents in a year cannot be told anything about. */
const FEWEST = 300;
/** How many times as many hits as the count baseline are aimed at, and for how many offences. */
const AIM = { ratio: 1.1, offences: 2 };

/**
 * How well forecasts do on a real city, beside their baselines: trained on the first nine months and judged on the last
 * three, and by rolling origins of 30 days over the year.
 */
export const forecastFigures: CrimePart = async function* () {
  if (lacksSharedData(FILE)) return;
  const { incidents } = await readIncidents(sharedData(FILE), {
    ...{ x: 'X', y: 'Y', crs: CRS, time: 'YEAR,MONTH,DAY,HOUR,MINUTE', timeZone: TIME_ZONE },
  });
  const clock = new ZoneClock(TIME_ZONE);
  const shared: ForecastBench = {
    incidents,
    heldOut: {
      ...{ origin: clock.instantOf(Date.UTC(2025, 9, 1)).from, horizonDays: 92 },
      ...{ areaFraction: AREA_FRACTION, timeZone: TIME_ZONE },
    },
    rolling: {
      ...{ origin: clock.instantOf(Date.UTC(2026, 0, 1)).from, horizonDays: 30 },
      ...{ areaFraction: AREA_FRACTION, timeZone: TIME_ZONE },
    },
  };
  const counts = new Array<number>(incidents.offences.length).fill(0);
  for (const offence of incidents.offence) counts[offence]! += 1;
  const offences = [...counts.keys()].filter((offence) => counts[offence]! >= FEWEST);
  const parts = await runInThreads<ForecastBench, ForecastBenchChunk, ForecastBenchPart>({
    module: new URL('./forecast-work.ts', import.meta.url),
    shared,
    chunks: SHAPES.flatMap(({ shape }) => offences.map((offence) => ({ offence, ...shape }))),
    threads: 2,
  });
  const names = offences.map((offence) => incidents.offences[offence]!);
  for (const [n, { name }] of SHAPES.entries())
    yield* figuresOfShape(name, names, parts.slice(n * names.length, (n + 1) * names.length));
};

function* figuresOfShape(
  shape: string,
  names: readonly string[],
  parts: readonly ForecastBenchPart[],
): Generator<Figure> {
  const reached = { heldOut: 0, rolling: 0, surely: 0, offered: 0 };
  for (const [n, part] of parts.entries()) {
    const name = `${names[n]!}${shape}`;
    yield* figuresOf(`${name}, last 92 days`, part.heldOut);
    if (part.rolling) yield* figuresOf(`${name}, ${part.periods} × 30 days`, part.rolling);
    if (overCount(part.heldOut).ratio >= AIM.ratio) reached.heldOut += 1;
    if (overCount(part.rolling).ratio >= AIM.ratio) reached.rolling += 1;
    if (overCount(part.rolling).low > 1) reached.surely += 1;
    if (part.reason === 'beats-baseline') reached.offered += 1;
  }
  const reaching = `offences with ${AIM.ratio} times the PAI of the count of all months${shape}`;
  yield offencesFigure(`${reaching}, last 92 days`, reached.heldOut);
  yield offencesFigure(`${reaching}, rolling`, reached.rolling);
  yield offencesFigure(`offences surely above the count of all months${shape}, rolling`, reached.surely);
  yield crimeFigure(`offences offered for planning${shape}, rolling`, reached.offered, 'offences');
  const slowest = Math.max(...parts.map(({ milliseconds }) => milliseconds));
  yield crimeFigure(`one forecast with its baselines${shape}, slowest offence`, slowest, 'ms');
}

function* figuresOf(name: string, score: ForecastScore): Generator<Figure> {
  const { model, baselines, ratios } = score;
  yield { ...crimeFigure(`${name}: PAI`, model.pai, 'PAI'), interval: model.paiInterval };
  yield crimeFigure(`${name}: PEI`, model.pei, 'PEI');
  for (const [n, { name: baseline, pai }] of baselines.entries()) {
    yield crimeFigure(`${name}: PAI of ${baseline}`, pai, 'PAI');
    const { ratio, interval } = ratios[n]!;
    if (ratio === null) continue;
    yield {
      ...crimeFigure(`${name}: hits over those of ${baseline}`, ratio, '×'),
      ...(interval && { interval }),
    };
  }
}

/** Hits over those of the count of all months, and the lower end of its interval; 0 where it cannot be told. */
function overCount(score: ForecastScore | null): { readonly ratio: number; readonly low: number } {
  const found = score?.ratios.find(({ baseline }) => baseline === 'count-all');
  return { ratio: found?.ratio ?? 0, low: found?.interval?.[0] ?? 0 };
}

function offencesFigure(name: string, value: number): Figure {
  return {
    ...crimeFigure(name, value, 'offences'),
    aim: `≥ ${AIM.offences} offences`,
    met: value >= AIM.offences,
  };
}
