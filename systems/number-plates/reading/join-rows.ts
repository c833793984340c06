import { boxAround, type PixelBox } from '../finding/plate-quad.ts';
import type { CompiledPattern } from '../formats/plate-format.ts';
import { chooseReading } from './choose-reading.ts';
import type { PlateRead } from './plate-read.ts';

/** Rows of one plate: as high as each other within this factor, no further apart than part of a row, side by side. */
const HEIGHTS = 1.7;
const MOST_APART = 0.8;
const MOST_OVERLAP = 0.4;
const LEAST_SHARED = 0.6;

/**
 * Joins reads that are the two rows of one plate, seen as two plates because it is large in the picture. Only where
 * both together have a format: two signs over each other stay two.
 */
export function joinRows(reads: readonly PlateRead[], patterns: readonly CompiledPattern[]): PlateRead[] {
  const joined: PlateRead[] = [];
  const taken = new Set<PlateRead>();
  for (const read of reads) {
    if (taken.has(read)) continue;
    for (const other of reads) {
      if (other === read || taken.has(other) || read.rows === 2 || other.rows === 2) continue;
      const [upper, lower] = read.box.y <= other.box.y ? [read, other] : [other, read];
      if (!isOver(upper.box, lower.box)) continue;
      const reading = chooseReading([...upper.characters, ...lower.characters], patterns);
      if (reading.format === null) continue;
      taken.add(read).add(other);
      joined.push({
        ...reading,
        box: boxAround([upper.box, lower.box]),
        quad: [upper.quad[0], upper.quad[1], lower.quad[2], lower.quad[3]],
        rows: 2,
        found: Math.min(upper.found, lower.found),
      });
      break;
    }
    if (!taken.has(read)) joined.push(read);
  }
  return joined;
}

function isOver(upper: PixelBox, lower: PixelBox): boolean {
  const shared = Math.min(upper.x + upper.width, lower.x + lower.width) - Math.max(upper.x, lower.x);
  const row = Math.min(upper.height, lower.height);
  const gap = lower.y - (upper.y + upper.height);
  return (
    Math.max(upper.height, lower.height) <= HEIGHTS * row &&
    shared >= LEAST_SHARED * Math.min(upper.width, lower.width) &&
    gap <= MOST_APART * row &&
    gap >= -MOST_OVERLAP * row
  );
}
