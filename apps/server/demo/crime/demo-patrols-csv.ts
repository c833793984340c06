import { csvText } from '@amaan/contracts/csv-text';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import { hotPlaces, simulatedCity } from '@amaan/crime-analytics/simulation/simulated-city';

const DAY_MS = 86_400_000;
const DAYS = 90;
const STAYS_A_DAY = 12;
/** Part of the stays that are at the same few places, as patrols out of habit are. */
const HABIT = 0.6;

/** Made-up stays of patrols in the days before a moment: more at a few places than reports would put them. */
export function demoPatrolsCsv(until: number): string {
  const random = seededRandom(20_260);
  const plane = projectionOf(simulatedCity.crs);
  const { centreX, centreY, halfWidthMetres } = simulatedCity;
  const rows: string[][] = [];
  for (let stay = 0; stay < DAYS * STAYS_A_DAY; stay += 1) {
    const place = hotPlaces[Math.floor(4 * random())];
    const habit = random() < HABIT && place !== undefined;
    const near = (middle: number) => middle + (2 * random() - 1) * 300;
    const anywhere = (middle: number) => middle + (2 * random() - 1) * 0.9 * halfWidthMetres;
    const [longitude, latitude] = plane.inverse(
      habit ? near(place.x) : anywhere(centreX),
      habit ? near(place.y) : anywhere(centreY),
    );
    const from = until - DAYS * DAY_MS * random();
    const to = from + (10 + 25 * random()) * 60_000;
    rows.push([
      longitude.toFixed(6),
      latitude.toFixed(6),
      new Date(from).toISOString(),
      new Date(Math.min(to, until)).toISOString(),
    ]);
  }
  return csvText(['longitude', 'latitude', 'from', 'until'], rows);
}
