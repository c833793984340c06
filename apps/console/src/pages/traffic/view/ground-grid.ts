import type { Point } from '@amaan/contracts/geometry';
import type { Homography } from '@amaan/contracts/traffic/calibration';

/** A line on the road, as it appears on the picture. */
export interface GridLine {
  /** In fractions of the picture. */
  readonly points: readonly Point[];
  /** Along the road, or across it. */
  readonly runs: 'along' | 'across';
  /** Metres across (of a line along) or along (of a line across) from the first mark. */
  readonly metres: number;
}

/** Metres between lines that run along the road, and between those that run across it. */
export const GRID_ACROSS_M = 3.5;
export const GRID_ALONG_M = 10;
/** A grid further than this from the first mark is thinner than its own lines. */
const REACH_ACROSS_M = 28;
const REACH_ALONG_M = 150;
/** A projection keeps lines straight; they are walked in steps only to find where they leave the picture. */
const SAMPLE_M = 2;

/**
 * A grid of known size on the road, projected onto the picture, to see with one's own eyes whether a calibration is
 * right: its lines must run with the lanes, and a dash of a known length must fill its part of a cell. What lies behind
 * the camera or outside of the picture is left out.
 * @param homography from fractions of the picture to metres on the road
 */
export function groundGrid(homography: Homography): GridLine[] {
  const toPicture = inverseOf(homography);
  const lines: GridLine[] = [];
  const add = (runs: GridLine['runs'], metres: number, at: (way: number) => Point, reach: number) => {
    let piece: Point[] = [];
    const end = () => {
      if (piece.length > 1) lines.push({ points: piece, runs, metres });
      piece = [];
    };
    for (let way = -reach; way <= reach; way += SAMPLE_M) {
      const point = projected(toPicture, at(way));
      if (point === null || !isInside(point)) end();
      else piece.push(point);
    }
    end();
  };
  for (let across = -REACH_ACROSS_M; across <= REACH_ACROSS_M; across += GRID_ACROSS_M)
    add('along', across, (way) => [across, way], REACH_ALONG_M);
  for (let along = -REACH_ALONG_M; along <= REACH_ALONG_M; along += GRID_ALONG_M)
    add('across', along, (way) => [way, along], REACH_ACROSS_M);
  return lines;
}

/** A place on the road on the picture; null where it is behind the camera. */
function projected([a, b, c, d, e, f, g, h, i]: Homography, [x, y]: Point): Point | null {
  const w = g * x + h * y + i;
  return w > 0 ? [(a * x + b * y + c) / w, (d * x + e * y + f) / w] : null;
}

function isInside([x, y]: Point): boolean {
  return x >= -0.05 && x <= 1.05 && y >= -0.05 && y <= 1.05;
}

/**
 * The way back, up to a factor: the adjugate with the determinant's sign, so that w stays above zero before the camera.
 * The library of calibration has the same; a console reaches the server over HTTP alone.
 */
function inverseOf([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const adjugate = [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  const sign = Math.sign(a * adjugate[0]! + b * adjugate[3]! + c * adjugate[6]!);
  return adjugate.map((value) => value * sign) as Homography;
}
