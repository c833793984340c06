import type { CallImport } from '@amaan/contracts/service/call-import';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** Puts down a file that was read, with what came of it. */
export async function insertCallImport(
  tx: Database,
  done: Omit<CallImport, 'source' | 'simulated'>,
): Promise<void> {
  const { id, sourceId, fileName, digest, mapping, lines, importedAt, importedBy, ...taken } = done;
  await tx
    .insertInto('call_import')
    .values({
      ...{ id, lines },
      source_id: sourceId,
      file_name: fileName,
      digest: digestBytes(digest),
      mapping: JSON.stringify(mapping),
      taken: JSON.stringify(taken),
      imported_at: importedAt,
      imported_by: importedBy,
    })
    .execute();
}

/** The last hundred files, newest first. */
export async function listCallImports(db: Database): Promise<CallImport[]> {
  const rows = await db
    .selectFrom('call_import')
    .innerJoin('call_source', 'call_source.id', 'call_import.source_id')
    .selectAll('call_import')
    .select(['name as source', 'simulated'])
    .orderBy('imported_at', 'desc')
    .orderBy('call_import.id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...row.taken,
    id: row.id,
    sourceId: row.source_id,
    source: row.source,
    fileName: row.file_name,
    digest: digestHex(row.digest),
    mapping: row.mapping,
    lines: row.lines,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    simulated: row.simulated,
  }));
}
