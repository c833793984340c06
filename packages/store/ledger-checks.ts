import type { LedgerCheck } from '@amaan/contracts/api/ledger-view';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';

/** Keeps what the control plane found when it verified its own ledger. */
export async function insertLedgerCheck(db: Database, check: LedgerCheck): Promise<void> {
  await db
    .insertInto('ledger_check')
    .values({
      id: newIdentifier(),
      at: check.at,
      kind: check.kind,
      from_size: check.from,
      size: check.size,
      root: digestBytes(check.root),
      faults: JSON.stringify(check.faults),
      seconds: check.seconds,
    })
    .execute();
}

/** The newest checks, the newest first. */
export async function listLedgerChecks(db: Database, limit: number): Promise<LedgerCheck[]> {
  const rows = await db
    .selectFrom('ledger_check')
    .select(['at', 'kind', 'from_size as from', 'size', 'root', 'faults', 'seconds'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, root: digestHex(row.root) }));
}

/** When everything was last verified, whatever came of it; null: never. */
export async function lastFullLedgerCheck(db: Database): Promise<Instant | null> {
  const row = await db
    .selectFrom('ledger_check')
    .select('at')
    .where('kind', '=', 'full')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/**
 * How many entries the newest check vouches for, cut to the newest checkpoint below: a later check goes on from
 * there. 0 when there was none or it found faults: then everything is verified anew.
 */
export async function verifiedLedgerSize(db: Database): Promise<number> {
  const [newest] = await listLedgerChecks(db, 1);
  if (newest === undefined || newest.faults.length > 0) return 0;
  const row = await db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .where('size', '<=', newest.size)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.size ?? 0;
}
