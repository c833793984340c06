import { existsSync } from 'node:fs';
import { readXml } from './read-xml.ts';
import { SumoError } from './sumo-error.ts';

/** What a run did to the people who drove. Means over all vehicles, in seconds. */
export interface TripFigures {
  /** Time lost on the road, and waiting before it (RESCO's delay: `timeLoss` + `departDelay`). */
  readonly delay: number;
  readonly timeLoss: number;
  readonly waitingTime: number;
  readonly duration: number;
  /** How often each had to stand still. */
  readonly stops: number;
  /** All vehicles that wanted to drive. */
  readonly vehicles: number;
  /** Of them those that had not arrived at the end. */
  readonly unfinished: number;
  /** Of them those that could not even set out; their whole waiting counts as delay. */
  readonly neverDeparted: number;
  readonly teleports: number;
  readonly collisions: number;
  readonly emergencyStops: number;
}

/**
 * Reads what SUMO wrote about a run.
 * @throws SumoError `DEMAND_MISSING` where nobody drove
 */
export async function readTripFigures(tripInfo: string, statistics: string): Promise<TripFigures> {
  const sums = { timeLoss: 0, departDelay: 0, waitingTime: 0, duration: 0, waitingCount: 0 };
  let vehicles = 0;
  let unfinished = 0;
  let neverDeparted = 0;
  await readXml(tripInfo, {
    open(name, attributes) {
      if (name !== 'tripinfo') return;
      vehicles += 1;
      const hasDeparted = Number(attributes.depart) >= 0;
      if (!hasDeparted) neverDeparted += 1;
      if (Number(attributes.arrival) < 0) unfinished += 1;
      for (const key of Object.keys(sums) as (keyof typeof sums)[]) {
        const value = Number(attributes[key]);
        // SUMO writes −1 for what a vehicle that never set out does not have.
        if (value > 0) sums[key] += value;
      }
    },
  });
  if (vehicles === 0)
    throw new SumoError('DEMAND_MISSING', 'Nobody drove: the demand has no vehicle in the time of the run.');
  const safety = { teleports: 0, collisions: 0, emergencyStops: 0 };
  if (existsSync(statistics))
    await readXml(statistics, {
      open(name, attributes) {
        if (name === 'teleports') safety.teleports = Number(attributes.total ?? 0);
        if (name !== 'safety') return;
        safety.collisions = Number(attributes.collisions ?? 0);
        safety.emergencyStops = Number(attributes.emergencyStops ?? 0);
      },
    });
  return {
    delay: (sums.timeLoss + sums.departDelay) / vehicles,
    timeLoss: sums.timeLoss / vehicles,
    waitingTime: sums.waitingTime / vehicles,
    duration: sums.duration / vehicles,
    stops: sums.waitingCount / vehicles,
    vehicles,
    unfinished,
    neverDeparted,
    ...safety,
  };
}
