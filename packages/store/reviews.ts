import type { Review, ReviewInput } from '@amaan/contracts/alert';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { Database } from './open-database.ts';

/** `ALERT_NOT_FOUND`, or `ALERT_ALREADY_REVIEWED` when somebody was faster. Nothing was recorded. */
export class ReviewError extends AmaanError {}

export interface NewReview {
  readonly alertId: Identifier;
  readonly input: ReviewInput;
  /** The user's id, and the name as it was shown. */
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
}

/**
 * Records a person's decision on an alert and moves the alert to its state. Of several people who decide
 * at once, one succeeds. Call it in a transaction, together with the ledger entry.
 *
 * @throws ReviewError `ALERT_NOT_FOUND`, `ALERT_ALREADY_REVIEWED`
 */
export async function insertReview(
  db: Database,
  { alertId, input, by, byName, at }: NewReview,
): Promise<Review> {
  const decided = await db
    .updateTable('alert')
    .set({ state: input.decision })
    .where('id', '=', alertId)
    .where('state', '=', 'new')
    .returning('id')
    .executeTakeFirst();
  if (decided === undefined) throw await whyNot(db, alertId);
  const id = newIdentifier();
  await db
    .insertInto('review')
    .values({
      id,
      alert_id: alertId,
      decision: input.decision,
      reason: input.decision === 'rejected' ? input.reason : null,
      note: input.note,
      by_user: by,
      by_name: byName,
      at,
    })
    .execute();
  return { ...input, id, by, byName, at };
}

async function whyNot(db: Database, alertId: Identifier): Promise<ReviewError> {
  const review = await db
    .selectFrom('alert')
    .leftJoin('review', 'review.alert_id', 'alert.id')
    .select(['review.decision', 'review.by_name'])
    .where('alert.id', '=', alertId)
    .executeTakeFirst();
  if (review === undefined) {
    return new ReviewError('ALERT_NOT_FOUND', 'There is no such alert; nothing was recorded.');
  }
  return new ReviewError(
    'ALERT_ALREADY_REVIEWED',
    `The alert was already ${review.decision} by ${review.by_name}; your decision was not recorded.`,
  );
}
