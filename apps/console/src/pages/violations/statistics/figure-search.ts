import { parseText } from '../../../search-params.ts';

/** What the address of the figures says: the first and the last month, as `2026-11`. */
export interface FigureSearch {
  from?: string;
  to?: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function parseFigureSearch(search: Record<string, unknown>): FigureSearch {
  const { from } = parseText(search, 'from');
  const { to } = parseText(search, 'to');
  return {
    ...(from !== undefined && MONTH.test(from) && { from }),
    ...(to !== undefined && MONTH.test(to) && { to }),
  };
}

/**
 * The months that are asked for; without any, the last six.
 * @param now Unix time in milliseconds
 */
export function figureMonths({ from, to }: FigureSearch, now: number): { from: string; to: string } {
  const last = to ?? new Date(now).toISOString().slice(0, 7);
  const [year = 0, month = 1] = last.split('-').map(Number);
  const first = from ?? new Date(Date.UTC(year, month - 6, 1)).toISOString().slice(0, 7);
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

/** The instants that months begin and end at (UTC). */
export function instantsOf({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const [year = 0, month = 1] = to.split('-').map(Number);
  return {
    from: new Date(`${from}-01T00:00:00.000Z`).toISOString(),
    to: new Date(Date.UTC(year, month, 1)).toISOString(),
  };
}
