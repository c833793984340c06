import type { NearRepeatResult } from '@amaan/contracts/crime/analysis-result';
import { latticeRing } from '@amaan/contracts/crime/cell-lattice';
import { instantOf } from '@amaan/contracts/instant';
import { boxAround, cellAt, gridOver } from '@amaan/crime-analytics/grid/cell-grid';
import type { KnoxQuestion } from '@amaan/crime-analytics/near-repeat/knox-question';
import { type KnoxChunk, knoxChunks, prepareWork } from '@amaan/crime-analytics/near-repeat/knox-work';
import { nearRepeatAdvice } from '@amaan/crime-analytics/near-repeat/near-repeat-advice';
import { summariseKnox } from '@amaan/crime-analytics/near-repeat/summarise-knox';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote, type QuestionOf } from '../analysis-method.ts';
import { incidentDays } from '../incident-days.ts';
import { latticeOf } from '../lattice-of.ts';

/** A day that is not known to a day puts pairs into wrong bands. */
const MOST_VAGUE_DAYS = 1;
const DAY_MS = 86_400_000;
/** Windows are drawn in cells no smaller than this, so that no door is pointed at. */
const LEAST_CELL_METRES = 200;

/** Whether incidents follow each other nearby soon after, its random orders in threads, and what follows for the days to come. */
export const nearRepeatMethod: AnalysisMethod<'near-repeat', KnoxChunk, Float64Array> = {
  parts: {
    chunks: ({ settings }) => knoxChunks(settings.permutations),
    prepare: (question, data) =>
      prepareWork({ question: knoxOf(question, data).knox, seed: question.settings.seed }),
  },
  finish(question, data, parts) {
    const { settings, selection } = question;
    const { knox, vague } = knoxOf(question, data);
    const found = summariseKnox(knox, settings.seed, parts);
    const { cells } = found;
    const advice = nearRepeatAdvice(knox.bands, found, parts, settings.alpha);
    const { distance, permutations } = settings;
    return {
      result: {
        kind: 'near-repeat',
        metres: [...settings.metres, null],
        days: [...settings.days, null],
        observed: cells.map((row) => row.map(({ observed }) => observed)),
        expected: cells.map((row) => row.map(({ expected }) => expected)),
        p: cells.map((row) => row.map(({ p }) => p)),
        advice: advice && {
          withinMetres: advice.withinMetres,
          withinDays: advice.withinDays,
          riskRatio: advice.riskRatio,
          p: advice.p,
        },
        windows: advice === null ? [] : windowsOf(data, Date.parse(selection.period.until), advice),
      },
      notes: [
        methodNote('method-knox', { distance, permutations }),
        ...(vague > 0
          ? [limitNote('limit-vague-left-out', { incidents: vague, days: MOST_VAGUE_DAYS })]
          : []),
        limitNote('limit-near-repeat'),
      ],
    };
  },
};

function knoxOf({ settings }: QuestionOf<'near-repeat'>, data: AnalysisData) {
  const { x, y, day, vague } = incidentDays(data.incidents, data.timeZone, MOST_VAGUE_DAYS);
  const knox: KnoxQuestion = {
    ...{ x, y, day, metric: settings.distance },
    bands: { metres: [0, ...settings.metres, Infinity], days: [0, ...settings.days, Infinity] },
  };
  return { knox, vague };
}

/** Cells in which the advice still holds when the period ends, and until when. */
function windowsOf(
  { incidents, crs }: AnalysisData,
  end: number,
  { withinMetres, withinDays }: NonNullable<NearRepeatResult['advice']>,
): NearRepeatResult['windows'] {
  const recent: number[] = [];
  for (let at = 0; at < incidents.length; at += 1)
    if (incidents.until[at]! <= end && incidents.until[at]! > end - withinDays * DAY_MS) recent.push(at);
  if (recent.length === 0) return [];
  const x = recent.map((at) => incidents.x[at]!);
  const y = recent.map((at) => incidents.y[at]!);
  const grid = gridOver(boxAround(x, y), Math.max(LEAST_CELL_METRES, withinMetres));
  const lattice = latticeOf(grid, crs);
  const byCell = new Map<number, { latest: number; incidents: number }>();
  for (const [place, at] of recent.entries()) {
    const cell = cellAt(grid, x[place]!, y[place]!);
    const known = byCell.get(cell) ?? { latest: 0, incidents: 0 };
    byCell.set(cell, {
      latest: Math.max(known.latest, incidents.until[at]!),
      incidents: known.incidents + 1,
    });
  }
  return [...byCell]
    .map(([cell, { latest, incidents: count }]) => ({
      ring: latticeRing(lattice, cell),
      until: instantOf(latest + withinDays * DAY_MS),
      incidents: count,
    }))
    .sort((one, other) => other.incidents - one.incidents);
}
