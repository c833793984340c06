import type { Bus } from '@amaan/bus/bus';
import {
  MAX_SIMULATED_CAMERAS,
  type SimulatedCamera,
  SimulationAnswer,
} from '@amaan/contracts/simulation-messages';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import type { District } from './district.ts';

/** Each request ends with a permit for all cameras, which takes a while when they are many. */
const TIMEOUT_MS = 60_000;

/** Registers a district's cameras with the control plane, in as many requests as it takes. */
export async function registerDistrict(
  bus: Bus,
  { cameras, corridors }: Pick<District, 'cameras' | 'corridors'>,
): Promise<SimulatedCamera[]> {
  const registered: SimulatedCamera[] = [];
  for (let from = 0; from < cameras.length; from += MAX_SIMULATED_CAMERAS) {
    const request = { cameras: cameras.slice(from, from + MAX_SIMULATED_CAMERAS), corridors };
    const answer = SimulationAnswer.parse(await bus.request(SUBJECTS.simulation, request, TIMEOUT_MS));
    registered.push(...answer.cameras);
  }
  return registered;
}
