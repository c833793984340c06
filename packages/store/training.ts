import type { TrainingRecord } from '@amaan/contracts/governance/training';
import type { Database } from './open-database.ts';

/** Keeps that a person has passed a course. Call it in a transaction, with its ledger entry. */
export async function insertTrainingRecord(db: Database, record: TrainingRecord): Promise<void> {
  const { passedAt, expiresAt, recordedBy, recordedAt, ...rest } = record;
  await db
    .insertInto('training_record')
    .values({
      ...rest,
      passed_at: passedAt,
      expires_at: expiresAt,
      recorded_by: recordedBy,
      recorded_at: recordedAt,
    })
    .execute();
}

/** What people have passed, the newest first; of one person where one is named. */
export async function listTrainingRecords(db: Database, person?: string): Promise<TrainingRecord[]> {
  let query = db
    .selectFrom('training_record')
    .select(['id', 'person', 'course', 'demo'])
    .select(['passed_at as passedAt', 'expires_at as expiresAt'])
    .select(['recorded_by as recordedBy', 'recorded_at as recordedAt'])
    .orderBy('expires_at', 'desc')
    .orderBy('id', 'desc');
  if (person !== undefined) query = query.where('person', '=', person);
  return query.execute();
}
