import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** The notice of a challan as it was made, or null: it was not made yet. */
export async function getChallanNotice(
  db: Database,
  challanId: Identifier,
): Promise<{ readonly digest: Digest; readonly bytes: number } | null> {
  const row = await db
    .selectFrom('challan_notice')
    .select(['digest', 'bytes'])
    .where('challan_id', '=', challanId)
    .executeTakeFirst();
  return row === undefined ? null : { digest: digestHex(row.digest), bytes: row.bytes };
}

/** Keeps which object the notice of a challan is. @returns false when one was made before */
export async function insertChallanNotice(
  tx: Database,
  challanId: Identifier,
  notice: { readonly digest: Digest; readonly bytes: number; readonly at: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('challan_notice')
    .values({
      challan_id: challanId,
      digest: digestBytes(notice.digest),
      bytes: notice.bytes,
      made_at: notice.at,
    })
    .onConflict((conflict) => conflict.column('challan_id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
