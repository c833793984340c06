import { z } from 'zod';

/** A UTC instant, ISO 8601 with milliseconds, for example `2026-03-01T08:15:30.250Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** The instant of a Unix time in milliseconds. */
export function instantOf(unixMs: number): Instant {
  return new Date(unixMs).toISOString();
}
