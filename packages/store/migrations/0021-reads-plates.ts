import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('camera')
    .addColumn('reads_plates', 'boolean', (column) => column.notNull().defaultTo(false))
    .execute();
}
