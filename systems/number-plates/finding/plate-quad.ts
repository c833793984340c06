import type { PixelPoint, Quad } from '@amaan/vision/image/homography';

/** Where a plate, or one line of its text, may be: its corners in pixels of the picture. */
export interface FoundQuad {
  readonly quad: Quad;
  /** 0–1, as sure as the model is. */
  readonly confidence: number;
}

/** A box in pixels, its top left corner first. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf(quad: Quad): PixelBox {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

export function quadOf({ x, y, width, height }: PixelBox): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

export function middleOf(quad: Quad): PixelPoint {
  return {
    x: quad.reduce((sum, { x }) => sum + x, 0) / 4,
    y: quad.reduce((sum, { y }) => sum + y, 0) / 4,
  };
}

/** Mean lengths of the two pairs of sides, in pixels. */
export function sizeOf([a, b, c, d]: Quad): { width: number; height: number } {
  return {
    width: (distance(a, b) + distance(d, c)) / 2,
    height: (distance(a, d) + distance(b, c)) / 2,
  };
}

/** The quad moved out of its centre: by `across` of its width to the left and right, `down` of its height up and down. */
export function grown([a, b, c, d]: Quad, across: number, down: number): Quad {
  const out = (corner: PixelPoint, beside: PixelPoint, above: PixelPoint): PixelPoint => ({
    x: corner.x + (corner.x - beside.x) * across + (corner.x - above.x) * down,
    y: corner.y + (corner.y - beside.y) * across + (corner.y - above.y) * down,
  });
  return [out(a, b, d), out(b, a, c), out(c, d, b), out(d, c, a)];
}

/** The quad of a part of a picture in the picture's own pixels: scaled, then moved to where the part lies. */
export function placed(quad: Quad, x: number, y: number, part: PixelPoint = { x: 0, y: 0 }): Quad {
  const [a, b, c, d] = quad.map((corner) => ({ x: corner.x * x + part.x, y: corner.y * y + part.y }));
  return [a!, b!, c!, d!];
}

/** Intersection over union of the boxes around two quads. */
export function overlapOf(one: Quad, other: Quad): number {
  const a = boxOf(one);
  const b = boxOf(other);
  const both = intersection(a, b);
  return both > 0 ? both / (a.width * a.height + b.width * b.height - both) : 0;
}

/** Area that two boxes share, in square pixels. */
function intersection(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The part of the smaller box that both share. */
export function sharedArea(a: PixelBox, b: PixelBox): number {
  const both = intersection(a, b);
  return both > 0 ? both / Math.min(a.width * a.height, b.width * b.height) : 0;
}

/** The box around boxes, at least one. */
export function boxAround(boxes: readonly PixelBox[]): PixelBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function distance(a: PixelPoint, b: PixelPoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
