import { boxOf, type FoundQuad, sizeOf } from '../finding/plate-quad.ts';

/** Of the tallest line of a plate; smaller ones are captions: a province, a dealer, a slogan. */
const LEAST_HEIGHT = 0.55;
/** Two rows lie over each other by this part of the narrower one at least. */
const LEAST_SHARED = 0.3;
/** Rows on a plate are at most so many row heights apart, from middle to middle. */
const MOST_APART = 2.2;

/**
 * The lines of one plate that carry its number, from the top down: one, or two over each other. Pieces of one row
 * that a gap or a sticker parts are in one row, from the left to the right.
 *
 * @param lines in pixels of the straightened plate.
 */
export function plateRows(lines: readonly FoundQuad[]): FoundQuad[][] {
  const tallest = Math.max(0, ...lines.map(({ quad }) => sizeOf(quad).height));
  const numbers = lines
    .filter(({ quad }) => sizeOf(quad).height >= tallest * LEAST_HEIGHT)
    .toSorted((a, b) => middleOf(a) - middleOf(b));
  const rows: FoundQuad[][] = [];
  for (const line of numbers) {
    const row = rows.find((of) => of.every((other) => isBeside(other, line)));
    if (row) row.push(line);
    else rows.push([line]);
  }
  for (const row of rows) row.sort((a, b) => boxOf(a.quad).x - boxOf(b.quad).x);
  return bestRows(rows);
}

/** At most two rows: the widest, and the neighbour that lies over or under it. */
function bestRows(rows: FoundQuad[][]): FoundQuad[][] {
  if (rows.length < 2) return rows;
  const widest = rows.toSorted((a, b) => weightOf(b) - weightOf(a))[0]!;
  const index = rows.indexOf(widest);
  const neighbours = [rows[index - 1], rows[index + 1]]
    .filter((row) => row !== undefined)
    .filter((row) => isOver(row, widest))
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  const neighbour = neighbours[0];
  return neighbour ? rows.filter((row) => row === widest || row === neighbour) : [widest];
}

function isBeside(one: FoundQuad, other: FoundQuad): boolean {
  const [a, b] = [boxOf(one.quad), boxOf(other.quad)];
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return shared > 0.5 * Math.min(a.height, b.height) && across < 0.3 * Math.min(a.width, b.width);
}

function isOver(one: readonly FoundQuad[], other: readonly FoundQuad[]): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  const apart = Math.abs(a.middle - b.middle);
  return (
    shared >= LEAST_SHARED * Math.min(a.to - a.from, b.to - b.from) &&
    apart <= MOST_APART * Math.max(a.height, b.height)
  );
}

function spanOf(row: readonly FoundQuad[]) {
  const boxes = row.map(({ quad }) => boxOf(quad));
  return {
    from: Math.min(...boxes.map(({ x }) => x)),
    to: Math.max(...boxes.map(({ x, width }) => x + width)),
    middle: row.reduce((sum, line) => sum + middleOf(line), 0) / row.length,
    height: Math.max(...row.map(({ quad }) => sizeOf(quad).height)),
  };
}

function weightOf(row: readonly FoundQuad[]): number {
  return row.reduce((sum, { quad }) => sum + sizeOf(quad).width * sizeOf(quad).height, 0);
}

function middleOf({ quad }: FoundQuad): number {
  const { y, height } = boxOf(quad);
  return y + height / 2;
}
