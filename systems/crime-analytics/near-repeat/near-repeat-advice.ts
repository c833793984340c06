import { type KnoxBands, knoxShape } from './knox-question.ts';
import { type KnoxResult, knoxTables } from './summarise-knox.ts';

/** How far from an incident, and for how long, another one is likelier than elsewhere. */
export interface NearRepeatAdvice {
  /** Not included. */
  readonly withinMetres: number;
  /** Not included: 1 is the same day alone, 8 the seven days after as well. */
  readonly withinDays: number;
  /** Pairs within both, and how many there would be by chance. */
  readonly observed: number;
  readonly expected: number;
  /** Observed ÷ expected. */
  readonly riskRatio: number;
  /** For the whole table (`KnoxCell.tableP`). */
  readonly p: number;
}

/** Fewer pairs than this by chance tell nothing about a band: it is neither for nor against. */
const TOO_FEW = 1;

/**
 * The widest distance and time, from the incident on, such that the pairs within both are significantly many, and that
 * each band of distance up to it and each band of days up to it adds more than chance would: a strong effect next door does
 * not carry bands that have none.
 * @param tables parts as `summariseKnox` took them
 * @param alpha highest p that counts
 * @returns null where nothing is significant
 */
export function nearRepeatAdvice(
  bands: KnoxBands,
  { upTo }: Pick<KnoxResult, 'upTo'>,
  tables: readonly Float64Array[],
  alpha: number,
): NearRepeatAdvice | null {
  const { columns } = knoxShape(bands);
  const all = knoxTables(bands, tables);
  const isMore = (rows: readonly number[], days: readonly number[], mayBeFew: boolean): boolean => {
    const [own, ...replicas] = all.map((table) => {
      let sum = 0;
      for (const row of rows) for (const column of days) sum += table[row * columns + column]!;
      return sum;
    });
    const mean = replicas.reduce((sum, pairs) => sum + pairs, 0) / replicas.length;
    if (mayBeFew && mean < TOO_FEW) return true;
    const asMany = replicas.filter((pairs) => pairs >= own!).length;
    return own! > mean && (1 + asMany) / (1 + replicas.length) <= alpha;
  };
  let best: { readonly advice: NearRepeatAdvice; readonly bands: number } | null = null;
  for (const [row, cells] of upTo.entries())
    for (const [column, cell] of cells.entries()) {
      const { toMetres, toDays, observed, expected, ratio, tableP } = cell;
      const size = (row + 1) * (column + 1);
      if (toMetres === null || toDays === null || ratio === null || tableP > alpha) continue;
      if (best && best.bands >= size) continue;
      const rows = Array.from({ length: row + 1 }, (_, at) => at);
      const days = Array.from({ length: column + 1 }, (_, at) => at);
      if (!rows.every((at) => isMore([at], days, at < row))) continue;
      if (!days.every((at) => isMore(rows, [at], at < column))) continue;
      const advice = { withinMetres: toMetres, withinDays: toDays, riskRatio: ratio, p: tableP };
      best = { advice: { ...advice, observed, expected }, bands: size };
    }
  return best?.advice ?? null;
}

/** Incidents around which the advice still holds at the beginning of a day, newest first. */
export function stillNear(
  day: Int32Array,
  { withinDays }: Pick<NearRepeatAdvice, 'withinDays'>,
  today: number,
): number[] {
  const near: number[] = [];
  for (const [incident, on] of day.entries()) if (on <= today && today - on < withinDays) near.push(incident);
  return near.sort((a, b) => day[b]! - day[a]!);
}
