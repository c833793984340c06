const BEARINGS = { north: 0, east: 90, south: 180, west: 270 } as const;
type Compass = keyof typeof BEARINGS;

/**
 * The compass bearing that traffic of an approach drives in, where its name says so in the usual words: `Mall Road,
 * eastbound`, `From the north`. Null where it does not; nothing is guessed from other words.
 */
export function bearingOfName(approach: string): number | null {
  const bound = /\b(north|east|south|west)bound\b/i.exec(approach)?.[1];
  if (bound !== undefined) return BEARINGS[bound.toLowerCase() as Compass];
  const from = /\bfrom (?:the )?(north|east|south|west)\b/i.exec(approach)?.[1];
  return from === undefined ? null : (BEARINGS[from.toLowerCase() as Compass] + 180) % 360;
}
