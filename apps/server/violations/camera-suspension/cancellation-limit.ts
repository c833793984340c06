import type { CancellationRate } from '@amaan/contracts/violations/camera-suspension';
import { CANCEL_CAUSES, type CancelCause } from '@amaan/contracts/violations/challan';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';

/** At which share of wrong challans a camera stops by itself; the deployment may say another. */
export const DEFAULT_CANCELLATION_LIMIT = 0.05;
/** Fewer say nothing about a camera. */
export const LEAST_DECIDED = 20;
/** Older violations are no longer counted. */
export const WINDOW_DAYS = 90;

/** Causes that say nothing about the camera: nobody decided in time, or somebody else's plate or papers were wrong. */
const NOT_THE_CAMERA: readonly CancelCause[] = ['contest-lapsed', 'plate-cloned', 'vehicle-sold'];

/** Causes that count against the camera. In doubt it does. */
export const AGAINST_CAMERA = CANCEL_CAUSES.filter((cause) => !NOT_THE_CAMERA.includes(cause));

/** The rate of some counts, with the lower end of its interval at 95 % (Wilson 1927). */
export function cancellationRate(
  { decided, cancelled }: Pick<CancellationRate, 'decided' | 'cancelled'>,
  since: string,
): CancellationRate {
  return { since, decided, cancelled, low: decided === 0 ? null : wilsonInterval(cancelled, decided).low };
}

/** Whether a camera has to stop: at least so many are decided, and even the lower end of the rate passes the limit. */
export function passesLimit({ decided, low }: CancellationRate, limit: number): boolean {
  return decided >= LEAST_DECIDED && low !== null && low > limit;
}
