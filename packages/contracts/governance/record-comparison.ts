import { z } from 'zod';
import { Instant } from '../instant.ts';
import { JsonValue } from '../json-value.ts';
import { RecordAuthor } from './record.ts';

/** One difference between two versions of a body: the whole value where it stands at `path`. */
export const RecordDifference = z.object({
  /** Names of members from the outside in; a member of a list that has an `id` is named by it, others by number. */
  path: z.array(z.string()),
  change: z.enum(['added', 'removed', 'changed']),
  /** Null when it was added. */
  before: JsonValue,
  /** Null when it was removed. */
  after: JsonValue,
});
export type RecordDifference = z.infer<typeof RecordDifference>;

const Side = z.object({ version: z.int().positive(), at: Instant, by: RecordAuthor, note: z.string() });

/** Two versions of a record, or two records of one kind and system, side by side. */
export const RecordComparison = z.object({
  from: Side,
  to: Side,
  differences: z.array(RecordDifference),
  /** How many places are the same in both. */
  same: z.int().nonnegative(),
});
export type RecordComparison = z.infer<typeof RecordComparison>;
