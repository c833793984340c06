import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { RecordAuthor } from './record.ts';

/** Who stopped a system: a person, or the platform by a rule of monitoring or because of drift. */
export const SUSPENSION_SOURCES = ['person', 'monitoring', 'drift'] as const;
export type SuspensionSource = (typeof SUSPENSION_SOURCES)[number];

/** A request to resume lapses after this time, so that nobody confirms a decision of last month. */
export const RESUMPTION_HOURS = 24;

/** What one person said when asking for, or confirming, the end of a suspension. */
const Word = z.object({ by: RecordAuthor, at: Instant, reason: z.string() });

/** The end of a suspension as one person asked for it and, once confirmed, as another one confirmed it. */
export const Resumption = z.object({
  id: Identifier,
  requested: Word,
  /** Until when another person may confirm it. */
  lapsesAt: Instant,
  confirmed: Word.nullable(),
});
export type Resumption = z.infer<typeof Resumption>;

/** An AI system was stopped, everywhere or on one group of cameras. */
export const Suspension = z.object({
  id: Identifier,
  system: z.string(),
  /** Null: the whole system. */
  cameraGroup: z.object({ id: Identifier, name: z.string(), siteName: z.string() }).nullable(),
  at: Instant,
  by: RecordAuthor,
  reason: z.string(),
  source: z.enum(SUSPENSION_SOURCES),
  /** The incident (a record) behind it; null: none. */
  incidentId: Identifier.nullable(),
  endedAt: Instant.nullable(),
  /** Requests to resume, oldest first: those that lapsed as well. */
  resumptions: z.array(Resumption),
});
export type Suspension = z.infer<typeof Suspension>;
