import { z } from 'zod';
import { TrackedObject } from '../detection.ts';
import { Identifier } from '../identifier.ts';
import { observationEnvelope } from '../observation.ts';
import { LaneId } from '../traffic/traffic-view.ts';
import { ClockProof } from './signal-timeline.ts';
import { EnforcementReference, LineCrossed } from './suspected-violation.ts';

/**
 * A vehicle passed one end of a section. It says nothing by itself, is no observation, and is forgotten as soon as the
 * section's other end was passed lawfully, or could have been. Instants are by the worker's clock.
 */
export const SectionPassage = z.object({
  ...observationEnvelope,
  enforcement: EnforcementReference,
  view: z.object({ id: Identifier, version: z.int().positive() }),
  sectionId: Identifier,
  end: z.enum(['entry', 'exit']),
  laneId: LaneId.nullable(),
  object: TrackedObject,
  crossing: LineCrossed,
  softwareVersion: z.string().min(1).max(80),
  /** The worker's clock against the control plane's; null: nothing can be proven by this passage. */
  clock: ClockProof.nullable(),
});
export type SectionPassage = z.infer<typeof SectionPassage>;
