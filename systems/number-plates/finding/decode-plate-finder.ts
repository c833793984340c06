import type { Quad } from '@amaan/vision/image/homography';
import { type FoundQuad, overlapOf, sizeOf } from './plate-quad.ts';

/** The plate finder's output: nine planes at a quarter of the input's size. */
export interface FinderMap {
  readonly width: number;
  readonly height: number;
  /** Plane 0: logit of lying in the middle of a plate; planes 1–8: x and y of the four corners from here. */
  readonly values: Float32Array;
}

/** Pixels of the input for one cell, and for one unit of a corner's offset. */
export const CELL = 4;
const UNIT = 16;
/** Of two quads whose boxes overlap more, the surer speaks for both. */
const SAME_PLATE = 0.35;
/** The surest cells tell all plates of a picture; more of them would only cost time. */
const MOST_VOTES = 600;

/**
 * Plates in the finder's output. Each cell in the middle of a plate votes for four corners; votes for one plate are
 * joined, weighted by how sure they are.
 *
 * @param least the least confidence of a plate, 0–1.
 * @returns quads in pixels of the finder's input, surest first.
 */
export function decodePlateFinder(map: FinderMap, least: number): FoundQuad[] {
  const cells = map.width * map.height;
  const threshold = Math.log(least / (1 - least));
  const votes: FoundQuad[] = [];
  for (let cell = 0; cell < cells; cell++) {
    const logit = map.values[cell]!;
    if (logit < threshold) continue;
    const x = ((cell % map.width) + 0.5) * CELL;
    const y = (Math.floor(cell / map.width) + 0.5) * CELL;
    const corner = (index: number) => ({
      x: x + map.values[(1 + 2 * index) * cells + cell]! * UNIT,
      y: y + map.values[(2 + 2 * index) * cells + cell]! * UNIT,
    });
    const quad: Quad = [corner(0), corner(1), corner(2), corner(3)];
    if (isClockwise(quad)) votes.push({ quad, confidence: 1 / (1 + Math.exp(-logit)) });
  }
  votes.sort((a, b) => b.confidence - a.confidence);
  const plates: FoundQuad[][] = [];
  for (const vote of votes.slice(0, MOST_VOTES)) {
    const plate = plates.find(([surest]) => overlapOf(surest!.quad, vote.quad) > SAME_PLATE);
    if (plate) plate.push(vote);
    else plates.push([vote]);
  }
  return plates.map((of) => ({ quad: meanOf(of), confidence: of[0]!.confidence }));
}

function meanOf(votes: readonly FoundQuad[]): Quad {
  const surest = votes[0]!.confidence;
  const near = votes.filter(({ confidence }) => confidence > surest * 0.6);
  const total = near.reduce((sum, { confidence }) => sum + confidence, 0);
  const corner = (index: number) => ({
    x: near.reduce((sum, { quad, confidence }) => sum + quad[index]!.x * confidence, 0) / total,
    y: near.reduce((sum, { quad, confidence }) => sum + quad[index]!.y * confidence, 0) / total,
  });
  return [corner(0), corner(1), corner(2), corner(3)];
}

function isClockwise(quad: Quad): boolean {
  const { width, height } = sizeOf(quad);
  if (width < 2 || height < 2) return false;
  return quad.every((corner, index) => {
    const [next, after] = [quad[(index + 1) % 4]!, quad[(index + 2) % 4]!];
    return (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x) > 0;
  });
}
