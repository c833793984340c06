import { projectionOf } from '@amaan/crime-analytics/import/projection';
import { simulatedCity } from '@amaan/crime-analytics/simulation/simulated-city';

const NAMES = [
  ['Made-up canal', 'فرضی نہر', 310_000],
  ['Made-up gardens', 'فرضی باغات', 180_000],
  ['Made-up mills', 'فرضی ملز', 240_000],
  ['Made-up model colony', 'فرضی ماڈل کالونی', 150_000],
  ['Made-up old city', 'فرضی اندرون شہر', 420_000],
  ['Made-up railway', 'فرضی ریلوے', 280_000],
  ['Made-up fort', 'فرضی قلعہ', 200_000],
  ['Made-up bazaar', 'فرضی بازار', 260_000],
  ['Made-up river', 'فرضی دریا', 130_000],
] as const;

const ALONG = 3;
/** How far the inner corners are moved, metres by corner: areas of stations are no squares. */
const MOVED = [
  [600, -400],
  [-500, 700],
  [400, 500],
  [-700, -300],
] as const;

/** Nine station areas that cover the simulated city, as GeoJSON. Names and numbers of people are made up. */
export function demoStationAreas(): object {
  const plane = projectionOf(simulatedCity.crs);
  const { centreX, centreY, halfWidthMetres } = simulatedCity;
  const corner = (column: number, row: number): [number, number] => {
    const inner = column > 0 && column < ALONG && row > 0 && row < ALONG;
    const [east, north] = inner ? (MOVED[(row - 1) * 2 + column - 1] ?? [0, 0]) : [0, 0];
    const step = (2 * halfWidthMetres) / ALONG;
    const [longitude, latitude] = plane.inverse(
      centreX - halfWidthMetres + column * step + east,
      centreY - halfWidthMetres + row * step + north,
    );
    return [longitude, latitude];
  };
  return {
    type: 'FeatureCollection',
    features: NAMES.map(([name, nameUrdu, population], at) => {
      const [column, row] = [at % ALONG, Math.floor(at / ALONG)];
      const ring = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
        corner(column, row),
      ];
      return {
        type: 'Feature',
        properties: { name, nameUrdu, code: `S${at + 1}`, population },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    }),
  };
}
