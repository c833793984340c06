import type { Draws } from './draws.ts';
import { simulatedCity } from './simulated-city.ts';
import type { PassingPlaces } from './simulated-offence.ts';

/** How widely passing places lie round the middle of the city, metres. */
const PLACES_SPREAD = 2_600;

/** Draws places of an offence's incidents where these follow places that come and go. */
export interface PassingDraws {
  /** A place of an incident on a day of the period; null: this one happens elsewhere. */
  readonly drawAt: (day: number) => readonly [x: number, y: number] | null;
}

/**
 * Lays out the passing places of a whole period: `atOnce` rows of them, in each of which one place follows another, so that
 * something is always hot and nothing stays so. The first of each row has begun before the period.
 */
export function passingPlaces(
  passing: PassingPlaces | null,
  days: number,
  { uniform, normal }: Draws,
): PassingDraws | null {
  if (passing === null) return null;
  const rows = Array.from({ length: passing.atOnce }, () => {
    const ahead = uniform() * passing.days;
    const places = Array.from({ length: Math.ceil((days + ahead) / passing.days) }, () => middle(normal));
    return { ahead, places };
  });
  return {
    drawAt(day) {
      if (uniform() >= passing.share) return null;
      const { ahead, places } = rows[Math.floor(uniform() * rows.length)]!;
      const [x, y] = places[Math.floor((day + ahead) / passing.days)]!;
      return [x + passing.spread * normal(), y + passing.spread * normal()];
    },
  };
}

/** The middle of a place within the city. */
function middle(normal: () => number): readonly [x: number, y: number] {
  const { centreX, centreY, halfWidthMetres } = simulatedCity;
  for (;;) {
    const [x, y] = [PLACES_SPREAD * normal(), PLACES_SPREAD * normal()];
    if (Math.max(Math.abs(x), Math.abs(y)) < 0.9 * halfWidthMetres) return [centreX + x, centreY + y];
  }
}
