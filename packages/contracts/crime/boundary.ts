import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** Corners of all areas of one file. */
export const MOST_BOUNDARY_POSITIONS = 200_000;

const Ring = z.array(Position).min(3).max(20_000);

/** Surface of an area (RFC 7946): the first ring is its edge, the others are holes. */
export const BoundaryGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(200) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(Ring).min(1).max(200)).min(1).max(200),
  }),
]);
export type BoundaryGeometry = z.infer<typeof BoundaryGeometry>;

/** The area of a police station. */
export const Boundary = z.object({
  id: Identifier,
  siteId: Identifier,
  name: z.string().trim().min(1).max(120),
  /** Its name in Urdu; empty: none was given. */
  nameUrdu: z.string().trim().max(120),
  /** The authority's own code; empty: none. */
  code: z.string().trim().max(40),
  /** People who live there; null: not known. */
  population: z.int().positive().nullable(),
  areaKm2: z.number().nonnegative(),
  geometry: BoundaryGeometry,
});
export type Boundary = z.infer<typeof Boundary>;

/** The areas of a site that are in force. */
export const BoundarySet = z.object({
  siteId: Identifier,
  /** Counts from 1; null: none was ever stored. */
  version: z.int().positive().nullable(),
  storedAt: Instant.nullable(),
  storedBy: z.string().nullable(),
  boundaries: z.array(Boundary),
});
export type BoundarySet = z.infer<typeof BoundarySet>;

/**
 * GeoJSON of all areas of a site, which replace those before. Of a feature's properties only `name`, `nameUrdu` (or
 * `name_ur`), `code` and `population` are read.
 */
export const BoundaryInput = z.object({
  siteId: Identifier,
  /** As text or as an object; what is wrong with a feature is said with its number. */
  geojson: z.unknown(),
});
export type BoundaryInput = z.infer<typeof BoundaryInput>;
