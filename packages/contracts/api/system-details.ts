import { z } from 'zod';
import { DriftFinding } from '../governance/drift.ts';
import { SystemDefinition } from '../governance/system-definition.ts';
import { SystemEntryVersion } from '../governance/system-entry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { SystemView } from './system-view.ts';

/** A record about a system, as its page links to it. */
const LinkedRecord = z.object({
  id: Identifier,
  number: z.string(),
  title: z.string(),
  status: z.string(),
  reviewAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  demo: z.boolean(),
});

/** Everything that the page of one AI system shows besides its lifecycle and validations. */
export const SystemDetails = z.object({
  system: SystemView,
  /** Every version of what the code said of it, the newest first. */
  definitions: z.array(SystemDefinition),
  /** The organisation's part of the register entry, the newest version first. */
  entries: z.array(SystemEntryVersion),
  assessments: z.array(LinkedRecord),
  risks: z.array(LinkedRecord),
  incidents: z.array(LinkedRecord),
  /** Where register and reality differ now. */
  drift: z.array(DriftFinding),
});
export type SystemDetails = z.infer<typeof SystemDetails>;
