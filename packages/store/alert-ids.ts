import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

const BATCH = 10_000;

/** The alerts raised in a period (`from` ≤ raised < `to`), in the order of their ids; read in batches. */
export async function* streamAlertIds(
  db: Database,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): AsyncGenerator<Identifier, void, undefined> {
  for (let after: Identifier | null = null; ; ) {
    let query = db
      .selectFrom('alert')
      .select('id')
      .where('raised_at', '>=', from)
      .where('raised_at', '<', to)
      .orderBy('id')
      .limit(BATCH);
    if (after !== null) query = query.where('id', '>', after);
    const rows: { id: Identifier }[] = await query.execute();
    for (const { id } of rows) yield id;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) return;
  }
}
