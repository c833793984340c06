import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { JsonValue } from '../json-value.ts';

/** What the platform notices by itself. */
export const NOTICED_SOURCES = ['monitoring', 'monitoring-gap', 'drift', 'self-check'] as const;

/** Where word of an incident came from. */
export const INCIDENT_SOURCES = ['person', 'concern', 'alert', ...NOTICED_SOURCES] as const;

export const INCIDENT_SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

/** open → investigating → resolved → closed; a false one goes from open or investigating to dismissed. */
export const INCIDENT_STATES = ['open', 'investigating', 'resolved', 'closed', 'dismissed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Body of a record of kind `incident`: something went wrong, or the platform noticed that it may have. */
export const Incident = z.object({
  source: z.enum(INCIDENT_SOURCES),
  severity: z.enum(INCIDENT_SEVERITIES),
  /** What happened, in plain words, without the data of any citizen. */
  what: z.string().trim().min(1).max(4000),
  detectedAt: Instant,
  /** The group of cameras that it is about; null: none or all. */
  cameraGroupId: Identifier.nullable(),
  /** The same key is reported once while it is open: `drift smart-vision configuration`. Null: by a person. */
  key: z.string().max(300).nullable(),
  /** The figures and identifiers behind it. */
  facts: z.record(z.string(), JsonValue),
  /** Records that it came from, for example a concern. */
  records: z.array(Identifier).max(50).default([]),
  /** Filled while it is worked on. */
  cause: z.string().max(4000).default(''),
  correction: z.string().max(4000).default(''),
});
export type Incident = z.infer<typeof Incident>;
