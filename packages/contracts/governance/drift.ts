import { z } from 'zod';
import { JsonValue } from '../json-value.ts';
import { INCIDENT_SEVERITIES } from './incident.ts';

/** A place where the register and what really runs differ. */
export const DriftFinding = z.object({
  /** The same for as long as the cause lasts: it is reported once. */
  key: z.string(),
  /** Null: no registered system is concerned. */
  system: z.string().nullable(),
  severity: z.enum(INCIDENT_SEVERITIES),
  title: z.string(),
  what: z.string(),
  facts: z.record(z.string(), JsonValue),
});
export type DriftFinding = z.infer<typeof DriftFinding>;
