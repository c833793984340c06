/** A point in pixels of a picture. */
export interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

/** Four corners, clockwise from the top left as they are to be seen upright. */
export type Quad = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint];

/** A projective map of the plane, the 3 × 3 matrix by rows; the last value is 1. */
export type Homography = readonly number[];

/**
 * The projective map that takes the rectangle `width` × `height` to a quadrilateral. In closed form, by way of the
 * unit square: P. Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.
 *
 * @returns null when three corners lie on one line, or the corners cross over.
 */
export function homographyToQuad(width: number, height: number, quad: Quad): Homography | null {
  const [a, b, c, d] = quad;
  const dx1 = b.x - c.x;
  const dx2 = d.x - c.x;
  const dy1 = b.y - c.y;
  const dy2 = d.y - c.y;
  const sumX = a.x - b.x + c.x - d.x;
  const sumY = a.y - b.y + c.y - d.y;
  const determinant = dx1 * dy2 - dx2 * dy1;
  if (Math.abs(determinant) < 1e-9) return null;
  const g = (sumX * dy2 - dx2 * sumY) / determinant;
  const h = (dx1 * sumY - sumX * dy1) / determinant;
  // The map must not send a part of the rectangle to infinity.
  if (1 + g <= 0 || 1 + h <= 0 || 1 + g + h <= 0) return null;
  return [
    (b.x - a.x + g * b.x) / width,
    (d.x - a.x + h * d.x) / height,
    a.x,
    (b.y - a.y + g * b.y) / width,
    (d.y - a.y + h * d.y) / height,
    a.y,
    g / width,
    h / height,
    1,
  ];
}

/** Where a map takes a point. */
export function project(map: Homography, { x, y }: PixelPoint): PixelPoint {
  const w = map[6]! * x + map[7]! * y + map[8]!;
  return { x: (map[0]! * x + map[1]! * y + map[2]!) / w, y: (map[3]! * x + map[4]! * y + map[5]!) / w };
}
