import { z } from 'zod';
import { Instant } from '../instant.ts';
import { RecordAuthor } from './record.ts';

const line = z.string().trim().max(300).default('');
const prose = z.string().trim().max(4000).default('');

/**
 * What the organisation adds to an AI system's entry in the register. The rest of the entry is read from the
 * running code and from model manifests, so that it is typed once.
 */
export const OrganisationEntry = z.object({
  /** Who answers for the system: a post and its holder. */
  owner: line,
  /** Whom citizens and staff write to. */
  contact: line,
  /** The law or order that it runs on. */
  legalBasis: prose,
  /** Where and how this organisation uses it. */
  deploymentContext: prose,
  /** Contracts, duties and checks of those who supply models, cameras and machines. */
  supplierNotes: prose,
  /** How long this organisation keeps what the system reports, and who decided so. */
  retention: prose,
});
export type OrganisationEntry = z.infer<typeof OrganisationEntry>;

/** One version of it; none is ever changed. */
export const SystemEntryVersion = z.object({
  version: z.int().positive(),
  body: OrganisationEntry,
  at: Instant,
  by: RecordAuthor,
  note: z.string(),
  demo: z.boolean(),
});
export type SystemEntryVersion = z.infer<typeof SystemEntryVersion>;

/** A new version: `seen` is the one that its author started from, 0 when there was none. */
export const SystemEntryInput = z.object({
  seen: z.int().nonnegative(),
  body: OrganisationEntry,
  note: z.string().trim().min(3).max(500),
});
export type SystemEntryInput = z.infer<typeof SystemEntryInput>;
