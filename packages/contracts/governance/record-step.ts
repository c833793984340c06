import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { GovernanceRecord, RecordSignature } from './record.ts';

/** Taking a record one state further. */
export const RecordStepInput = z.object({
  to: z.string().max(40),
  /** Why, in the person's words; kept with the signature. */
  reason: z.string().trim().min(3).max(1000),
});
export type RecordStepInput = z.infer<typeof RecordStepInput>;

/** What stands around the body when a record is opened or revised. */
export const RecordInput = z.object({
  system: z.string().max(60).nullable(),
  title: z.string().trim().min(3).max(200),
  owner: z.string().trim().min(1).max(120).nullable(),
  reviewAt: Instant.nullable(),
  /** Why it is changed; left out when it is opened. */
  note: z.string().trim().max(1000).default(''),
});
export type RecordInput = z.infer<typeof RecordInput>;

/** A record on its way, with the steps that the reader could take now. */
export const RecordInFlow = z.object({
  record: GovernanceRecord,
  signatures: z.array(RecordSignature),
  steps: z.array(
    z.object({
      to: z.string(),
      byAnother: z.boolean(),
      /** Why the reader cannot take it now; empty when they can. */
      gaps: z.array(z.string()),
    }),
  ),
  /** Records that name this one, for example the corrective actions of a nonconformity. */
  related: z.array(
    z.object({ id: Identifier, number: z.string(), kind: z.string(), title: z.string(), status: z.string() }),
  ),
});
export type RecordInFlow = z.infer<typeof RecordInFlow>;
