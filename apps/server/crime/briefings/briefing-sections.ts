import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import type { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import { PRINTED_KINDS } from '@amaan/contracts/crime/briefing';
import { cellRing, decodeRaster, latticePosition, type Raster } from '@amaan/contracts/crime/cell-lattice';
import { noteWords } from '@amaan/contracts/crime/note-words';
import type { Position } from '@amaan/contracts/geometry';
import { circle } from '../exports/circle.ts';
import type { BriefingMap, BriefingSection } from './briefing-facts.ts';
import { adviceLine, countLine, forecastLine, rounded, span, trendLines } from './briefing-lines.ts';
import { LEGEND, SECTION_TITLES } from './briefing-words.ts';
import { shade } from './shade.ts';

const COLOURS = {
  hot: '#b5232f',
  cold: '#2f6fb5',
  outlier: '#b58a23',
  cluster: '#6b3fb3',
  marked: '#b5232f',
  steady: '#8a5a10',
} as const;

/** More cells than this along a side are drawn together. */
const MOST_ALONG = 96;

/** Whether a kind of analysis can be printed. */
export function isPrinted(kind: AnalysisResult['kind']): kind is (typeof PRINTED_KINDS)[number] {
  return (PRINTED_KINDS as readonly string[]).includes(kind);
}

/** An analysis that is done as a section of a briefing. Its kind has to be one that is printed. */
export function analysisSection({ result, notes }: AnalysisDetails): BriefingSection | null {
  if (result === null || !isPrinted(result.kind)) return null;
  const empty = { map: null, hours: null, bars: null, lines: [] };
  return {
    ...empty,
    title: SECTION_TITLES[result.kind],
    ...pictureOf(result),
    notes: notes.map(noteWords),
  };
}

type Picture = Partial<Pick<BriefingSection, 'lines' | 'map' | 'hours' | 'bars'>>;

function pictureOf(result: AnalysisResult): Picture {
  switch (result.kind) {
    case 'density':
      return { map: rasterMap(result.raster, result.unit === 'log-ratio') };
    case 'hot-spots':
      return {
        lines: [countLine(result.marks.filter((mark) => mark === 'hot').length)],
        map: {
          shapes: result.marks.flatMap((mark, at) =>
            mark === 'none'
              ? []
              : [{ ring: cellRing(result.cells, at), fill: markColour(mark), outline: false }],
          ),
          legend: [
            { fill: COLOURS.hot, words: LEGEND.hot },
            { fill: COLOURS.cold, words: LEGEND.cold },
          ],
        },
      };
    case 'clusters': {
      const sure = result.clusters.filter(({ p }) => p <= 0.05);
      return {
        lines: sure.slice(0, 5).map((one) => ({
          en: `${one.observed} reports where ${rounded(one.expected)} were expected, within ${rounded(one.radiusMetres)} m${span(one, 'en')} (p = ${one.p.toPrecision(2)}).`,
          ur: `${rounded(one.radiusMetres)} میٹر کے اندر ${one.observed} رپورٹیں، جبکہ ${rounded(one.expected)} متوقع تھیں${span(one, 'ur')} (p = ${one.p.toPrecision(2)})۔`,
        })),
        map: {
          shapes: sure.map(({ centre, radiusMetres }) => ({
            ring: circle(centre, radiusMetres),
            fill: COLOURS.cluster,
            outline: true,
          })),
          legend: [{ fill: COLOURS.cluster, words: LEGEND.cluster }],
        },
      };
    }
    case 'near-repeat':
      return {
        lines: [adviceLine(result.advice)],
        map: {
          shapes: result.windows.map(({ ring }) => ({ ring, fill: COLOURS.hot, outline: false })),
          legend: [{ fill: COLOURS.hot, words: LEGEND.window }],
        },
      };
    case 'comparison':
      return {
        lines: [
          {
            en: `${result.total.before} reports before, ${result.total.after} after.`,
            ur: `پہلے ${result.total.before} رپورٹیں، بعد میں ${result.total.after}۔`,
          },
        ],
        map: {
          shapes: result.areas
            .filter(({ change }) => change !== 'none')
            .map(({ ring, change }) => ({
              ring,
              fill: change === 'more' ? COLOURS.hot : COLOURS.cold,
              outline: false,
            })),
          legend: [
            { fill: COLOURS.hot, words: LEGEND.more },
            { fill: COLOURS.cold, words: LEGEND.fewer },
          ],
        },
      };
    case 'emerging':
      return {
        map: {
          shapes: result.hot.flatMap((name, at) =>
            name === 'none' || name === 'historical'
              ? []
              : [
                  {
                    ring: cellRing(result.cells, at),
                    fill: FRESH.includes(name) ? COLOURS.hot : COLOURS.steady,
                    outline: false,
                  },
                ],
          ),
          legend: [
            { fill: COLOURS.hot, words: LEGEND.fresh },
            { fill: COLOURS.steady, words: LEGEND.steady },
          ],
        },
      };
    case 'forecast':
      return {
        lines: [forecastLine(result)],
        map: {
          shapes: result.expected.map((_, at) => ({
            ring: cellRing(result.cells, at),
            fill: COLOURS.marked,
            outline: false,
          })),
          legend: [{ fill: COLOURS.marked, words: LEGEND.marked }],
        },
      };
    case 'heat-map':
      return { hours: result.hours };
    case 'trend':
      return {
        lines: trendLines(result),
        bars: {
          values: result.series[0]?.counts ?? [],
          first: result.at[0]?.slice(0, 10) ?? '',
          last: result.at.at(-1)?.slice(0, 10) ?? '',
        },
      };
    default:
      return {};
  }
}

const FRESH: readonly string[] = ['new', 'consecutive', 'intensifying'];

function markColour(mark: 'hot' | 'cold' | 'high-outlier' | 'low-outlier'): string {
  if (mark === 'hot') return COLOURS.hot;
  return mark === 'cold' ? COLOURS.cold : COLOURS.outlier;
}

/** A raster in squares that are large enough to be printed, without what is next to nothing. */
function rasterMap(raster: Raster, signed: boolean): BriefingMap {
  const { lattice } = raster;
  const values = decodeRaster(raster);
  const block = Math.max(1, Math.ceil(Math.max(lattice.columns, lattice.rows) / MOST_ALONG));
  const most = Math.max(1e-9, Math.abs(raster.maximum), signed ? Math.abs(raster.minimum) : 0);
  const shapes: BriefingMap['shapes'][number][] = [];
  for (let row = 0; row < lattice.rows; row += block)
    for (let column = 0; column < lattice.columns; column += block) {
      const value = meanOf(values, lattice, { column, row, block });
      if (!(Math.abs(value) >= 0.04 * most)) continue;
      const share = Math.abs(value) / most;
      const fill = signed ? (value > 0 ? COLOURS.hot : COLOURS.cold) : shade(Math.sqrt(share));
      const at = (dx: number, dy: number): Position => latticePosition(lattice, column + dx, row + dy);
      const ring = [at(0, 0), at(block, 0), at(block, block), at(0, block)];
      shapes.push({ ring, fill, outline: false });
    }
  return {
    shapes,
    legend: signed
      ? [
          { fill: COLOURS.hot, words: LEGEND.more },
          { fill: COLOURS.cold, words: LEGEND.fewer },
        ]
      : [
          { fill: shade(1), words: LEGEND.dense },
          { fill: shade(0.2), words: LEGEND.lessDense },
        ],
  };
}

function meanOf(
  values: Float32Array,
  lattice: { readonly columns: number; readonly rows: number },
  { column, row, block }: { readonly column: number; readonly row: number; readonly block: number },
): number {
  let [sum, count] = [0, 0];
  for (let y = row; y < Math.min(lattice.rows, row + block); y += 1)
    for (let x = column; x < Math.min(lattice.columns, column + block); x += 1) {
      const value = values[y * lattice.columns + x] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
  return count === 0 ? Number.NaN : sum / count;
}
