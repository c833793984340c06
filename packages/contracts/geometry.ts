import { z } from 'zod';

/** A fraction of a picture's width or height: 0–1, origin top left. */
export const Fraction = z.number().min(0).max(1);

/** `[x, y]` in fractions of the picture. */
export const Point = z.tuple([Fraction, Fraction]);
export type Point = z.infer<typeof Point>;

/** `[x, y, width, height]` in fractions of the picture; `x, y` is the top left corner. */
export const Box = z.tuple([Fraction, Fraction, Fraction, Fraction]);
export type Box = z.infer<typeof Box>;

/** A directed segment from the first point to the second. */
export const LineSegment = z.tuple([Point, Point]);
export type LineSegment = z.infer<typeof LineSegment>;

/** A closed polygon without holes; the last point is not repeated. */
export const Polygon = z.array(Point).min(3).max(64);
export type Polygon = z.infer<typeof Polygon>;

/** `[longitude, latitude]`, WGS 84, as in GeoJSON. */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = z.infer<typeof Position>;
