import type { Position } from '@amaan/contracts/geometry';
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';

/** How areas with one mark are drawn. */
export interface AreaLook {
  readonly fill?: string;
  readonly stroke?: string;
  readonly hatched?: boolean;
  readonly dashed?: boolean;
  /** Pixels of the outline. */
  readonly width?: number;
}

/** What a shape says of itself: which of a list it is, and by which mark it is drawn. */
export interface AreaProperties {
  readonly place: number;
  readonly mark: string;
  /** A character in it; empty: none. */
  readonly sign: string;
}

export type AreaFeature = Feature<Polygon | MultiPolygon, AreaProperties>;
export type AreaFeatures = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;

export type PointFeatures = FeatureCollection<Point, { readonly place: number }>;

/** Something that lies on the map; what stands first lies lowest. */
export type DrawnLayer = {
  readonly id: string;
  /** 0–1. */
  readonly opacity: number;
} & (
  | {
      readonly form: 'raster';
      /** Red, green, blue and alpha from the north-west on. */
      readonly pixels: Uint8ClampedArray<ArrayBuffer>;
      readonly columns: number;
      readonly rows: number;
      /** North-west, north-east, south-east, south-west. */
      readonly corners: [Position, Position, Position, Position];
    }
  | {
      readonly form: 'points';
      readonly points: PointFeatures;
      readonly colour: string;
    }
  | {
      readonly form: 'areas';
      readonly features: AreaFeatures;
      readonly looks: Readonly<Record<string, AreaLook>>;
    }
);

/** A name on the map. */
export interface AreaLabel {
  readonly text: string;
  readonly position: Position;
}

/** The same shapes: drawing them anew would only cost time. */
export function isSameShape(a: DrawnLayer, b: DrawnLayer): boolean {
  if (a.id !== b.id) return false;
  if (a.form === 'raster') return b.form === 'raster' && a.pixels === b.pixels;
  if (a.form === 'points') return b.form === 'points' && a.points === b.points && a.colour === b.colour;
  return b.form === 'areas' && a.features === b.features && a.looks === b.looks;
}
