import type { Position } from '@amaan/contracts/geometry';

/** Something with a place on the map and the number that it has in the list beside it. */
export interface MapStop {
  readonly id: string;
  readonly position: Position;
  /** From 1; left out where order says nothing. */
  readonly number?: number;
  readonly title: string;
  readonly tone?: 'accent' | 'critical' | 'quiet';
  readonly simulated?: boolean;
}

export interface StopPlace {
  readonly position: Position;
  readonly stops: readonly MapStop[];
  /** `3`, `1, 4` or `1, 4 …`: what fits onto a mark. */
  readonly mark: string;
  readonly title: string;
  readonly tone: NonNullable<MapStop['tone']>;
  readonly simulated: boolean;
}

const NUMBERS_ON_A_MARK = 2;
const TITLES_ON_A_MARK = 8;
const WEIGHT = { quiet: 0, accent: 1, critical: 2 } as const;

/** Joins what is at one place into one mark: cameras see a vehicle again and again. */
export function stopsByPlace(stops: readonly MapStop[]): StopPlace[] {
  const places = new Map<string, MapStop[]>();
  for (const stop of stops) {
    const key = stop.position.join(' ');
    const there = places.get(key);
    if (there) there.push(stop);
    else places.set(key, [stop]);
  }
  return [...places.values()].map((there) => {
    const numbers = there.flatMap(({ number }) => (number === undefined ? [] : [number]));
    const shown = numbers.slice(0, NUMBERS_ON_A_MARK).join(', ');
    const titles = there.slice(0, TITLES_ON_A_MARK).map(({ title }) => title);
    return {
      position: there[0]!.position,
      stops: there,
      mark: numbers.length > NUMBERS_ON_A_MARK ? `${shown} …` : shown,
      title: titles.join('\n') + (there.length > TITLES_ON_A_MARK ? '\n…' : ''),
      tone: there
        .map(({ tone = 'accent' }) => tone)
        .reduce((heaviest, tone) => (WEIGHT[tone] > WEIGHT[heaviest] ? tone : heaviest)),
      simulated: there.some(({ simulated }) => simulated === true),
    };
  });
}
