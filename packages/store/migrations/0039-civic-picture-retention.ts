import { type Kysely, sql } from 'kysely';

/** Pictures of tickets end some time after their ticket; the ticket says when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE civic_ticket ADD COLUMN pictures_deleted_at timestamptz(3)`.execute(db);
}
