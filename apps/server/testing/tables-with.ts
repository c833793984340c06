import type { Database } from '@amaan/store/open-database';
import { sql } from 'kysely';

/** The tables with a row in which any of some texts stands: identifiers, or digests as hexadecimal. */
export async function tablesWith(db: Database, texts: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'public' AND relkind = 'r' ORDER BY 1`.execute(db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql`
      SELECT FROM ${sql.table(name)} AS kept WHERE ${sql.join(
        texts.map((text) => sql`strpos(kept::text, ${text}) > 0`),
        sql` OR `,
      )} LIMIT 1`.execute(db);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
