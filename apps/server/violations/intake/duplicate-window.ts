import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * Within how many milliseconds the same plate on the same camera is the same violation once more: a vehicle that stands is
 * seen for hours, one that drives passes the line once.
 */
export const DUPLICATE_WINDOW_MS: Readonly<Record<ViolationKind, number>> = {
  'red-light': 2 * MINUTE_MS,
  'stop-line': 3 * MINUTE_MS,
  'wrong-way': 5 * MINUTE_MS,
  speed: 30 * SECOND_MS,
  'average-speed': 10 * MINUTE_MS,
  lane: 5 * MINUTE_MS,
  'prohibited-turn': 2 * MINUTE_MS,
  'no-parking': 120 * MINUTE_MS,
  helmet: 30 * MINUTE_MS,
  'seat-belt': 30 * MINUTE_MS,
};
