import type { RecordHistory, RecordKind } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '@amaan/store/open-database';
import { getRecordHistory } from '@amaan/store/records';
import { NotFoundError } from '../http/http-errors.ts';

/**
 * A record with its whole past, locked until the transaction ends: of two people who decide at the same
 * time, the second sees the first one's decision.
 * @throws NotFoundError `RECORD_NOT_FOUND`, also when it is of another kind
 */
export async function lockRecord(tx: Database, id: Identifier, kind: RecordKind): Promise<RecordHistory> {
  await tx.selectFrom('governance_record').select('id').where('id', '=', id).forUpdate().execute();
  const history = await getRecordHistory(tx, id);
  if (history === null || history.record.kind !== kind) throw new NotFoundError('record');
  return history;
}
