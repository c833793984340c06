import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from '../open-database.ts';
import { knowPlates } from './known-plates.ts';

export interface NewCorrection {
  readonly observationId: Identifier;
  readonly capturedAt: Instant;
  readonly original: string;
  readonly plate: string;
  readonly note: string;
  readonly at: Instant;
  readonly byUser: string;
  readonly byName: string;
}

/** Keeps what a person says that a plate reads, beside what was read. The newest counts. @returns its identifier */
export async function insertCorrection(db: Database, correction: NewCorrection): Promise<Identifier> {
  const id = newIdentifier();
  const { observationId, capturedAt, byUser, byName, ...words } = correction;
  await db
    .insertInto('plate_correction')
    .values({
      ...{ id, observation_id: observationId, captured_at: capturedAt, by_user: byUser, by_name: byName },
      ...words,
    })
    .execute();
  await db
    .updateTable('sighting')
    .set({ corrected: correction.plate === correction.original ? null : correction.plate })
    .where('captured_at', '=', capturedAt)
    .where('id', '=', observationId)
    .execute();
  await knowPlates(db, [{ plate: correction.plate, day: capturedAt.slice(0, 10) }]);
  return id;
}
