import { readIncidents } from '@amaan/cli/crime/read-incidents';
import { runInThreads } from '@amaan/compute/run-in-threads';
import type { ForecastScore } from '@amaan/crime-analytics/evaluation/forecast-score';
import { ZoneClock } from '@amaan/crime-analytics/import/zone-clock';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import type { Figure } from '../figure.ts';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import type { ForecastBench, ForecastBenchPart } from './forecast-work.ts';

const FILE = 'crime/vancouver-2025.csv';
const TIME_ZONE = 'America/Vancouver';
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
    ...{ x: 'X', y: 'Y', crs: 'EPSG:26910', time: 'YEAR,MONTH,DAY,HOUR,MINUTE', timeZone: TIME_ZONE },
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
  const parts = await runInThreads<ForecastBench, number, ForecastBenchPart>({
    module: new URL('./forecast-work.ts', import.meta.url),
    shared,
    chunks: offences,
    threads: 2,
  });
  const reached = { heldOut: 0, rolling: 0, surely: 0 };
  for (const [n, part] of parts.entries()) {
    const name = incidents.offences[offences[n]!]!;
    yield* figuresOf(`${name}, last 92 days`, part.heldOut);
    if (part.rolling) yield* figuresOf(`${name}, ${part.periods} × 30 days`, part.rolling);
    if (overCount(part.heldOut).ratio >= AIM.ratio) reached.heldOut += 1;
    if (overCount(part.rolling).ratio >= AIM.ratio) reached.rolling += 1;
    if (overCount(part.rolling).low > 1) reached.surely += 1;
  }
  const reaching = `offences with ${AIM.ratio} times the PAI of the count of all months`;
  yield offencesFigure(`${reaching}, last 92 days`, reached.heldOut);
  yield offencesFigure(`${reaching}, rolling`, reached.rolling);
  yield offencesFigure('offences surely above the count of all months, rolling', reached.surely);
  const slowest = Math.max(...parts.map(({ milliseconds }) => milliseconds));
  yield crimeFigure('one forecast with its baselines, slowest offence', slowest, 'ms');
};

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
