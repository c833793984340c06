import { type Kysely, sql } from 'kysely';

/** Who is behind an account, which sites it reaches, and whether it is shut. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE "user"
      ADD COLUMN person text NOT NULL DEFAULT '',
      ADD COLUMN sites text NOT NULL DEFAULT 'all',
      ADD COLUMN "disabledAt" timestamptz(3)`.execute(db);
  await sql`UPDATE "user" SET person = coalesce(username, id)`.execute(db);
}
