import type { PixelPoint, Quad } from '@amaan/vision/image/homography';

/** A rectangle that may be turned: its long side runs along `angle`. */
export interface TurnedRectangle {
  readonly centre: PixelPoint;
  readonly width: number;
  readonly height: number;
  /** Of the long side against the x axis, in radians, from −π/2 to π/2. */
  readonly angle: number;
}

/**
 * The smallest rectangle around points; one of its sides lies on a side of the convex hull (H. Freeman and
 * R. Shapira, "Determining the minimum-area encasing rectangle for an arbitrary closed curve", CACM 18 (1975) 409–413).
 * @param points at least one.
 */
export function minimumAreaRectangle(points: readonly PixelPoint[]): TurnedRectangle {
  const hull = convexHull(points);
  let best: TurnedRectangle | null = null;
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const [ux, uy] = length > 0 ? [(to.x - from.x) / length, (to.y - from.y) / length] : [1, 0];
    const rectangle = alignedTo(hull, ux, uy);
    if (best === null || rectangle.width * rectangle.height < best.width * best.height) best = rectangle;
  }
  return best!;
}

function alignedTo(hull: readonly PixelPoint[], ux: number, uy: number): TurnedRectangle {
  let fromU = Infinity;
  let toU = -Infinity;
  let fromV = Infinity;
  let toV = -Infinity;
  for (const { x, y } of hull) {
    const u = x * ux + y * uy;
    const v = y * ux - x * uy;
    fromU = Math.min(fromU, u);
    toU = Math.max(toU, u);
    fromV = Math.min(fromV, v);
    toV = Math.max(toV, v);
  }
  const u = (fromU + toU) / 2;
  const v = (fromV + toV) / 2;
  const centre = { x: u * ux - v * uy, y: u * uy + v * ux };
  const isLong = toU - fromU >= toV - fromV;
  const angle = Math.atan2(uy, ux) + (isLong ? 0 : Math.PI / 2);
  const [width, height] = isLong ? [toU - fromU, toV - fromV] : [toV - fromV, toU - fromU];
  return { centre, width, height, angle: halfTurn(angle) };
}

/** The corners, clockwise from the top left of upright text. */
export function cornersOf({ centre, width, height, angle }: TurnedRectangle): Quad {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const corner = (u: number, v: number): PixelPoint => ({
    x: centre.x + u * cos - v * sin,
    y: centre.y + u * sin + v * cos,
  });
  const [u, v] = [width / 2, height / 2];
  return [corner(-u, -v), corner(u, -v), corner(u, v), corner(-u, v)];
}

/** A. M. Andrew's monotone chain (1979). */
function convexHull(points: readonly PixelPoint[]): PixelPoint[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly PixelPoint[]): PixelPoint[] => {
    const chain: PixelPoint[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.toReversed())];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
}

function turn(o: PixelPoint, a: PixelPoint, b: PixelPoint): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

function halfTurn(angle: number): number {
  const rest = angle % Math.PI;
  if (rest > Math.PI / 2) return rest - Math.PI;
  return rest <= -Math.PI / 2 ? rest + Math.PI : rest;
}
