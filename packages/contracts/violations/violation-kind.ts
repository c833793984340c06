import { z } from 'zod';

/**
 * What can be enforced. `helmet` and `seat-belt` are places for a model's verdict: without a model that a permit names
 * nothing of them is ever reported.
 */
export const VIOLATION_KINDS = [
  'red-light',
  'stop-line',
  'wrong-way',
  'speed',
  'average-speed',
  'lane',
  'prohibited-turn',
  'no-parking',
  'helmet',
  'seat-belt',
] as const;
export const ViolationKind = z.enum(VIOLATION_KINDS);
export type ViolationKind = z.infer<typeof ViolationKind>;
