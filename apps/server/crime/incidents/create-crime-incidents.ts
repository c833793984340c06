import { join } from 'node:path';
import { IncidentFiles } from '@amaan/store/crime/incident-files';
import { readOrCreateSecretKey } from '@amaan/store/key-file';
import type { Database } from '@amaan/store/open-database';
import { ImportService } from './import-service.ts';
import { IncidentMapService } from './incident-map-service.ts';
import { CrimeTableService } from './table-service.ts';

/** Imported incidents: files, tables, and what people see of them. */
export interface CrimeIncidents extends AsyncDisposable {
  readonly db: Database;
  readonly now: () => number;
  /** Read by analyses, too. */
  readonly files: IncidentFiles;
  readonly imports: ImportService;
  readonly maps: IncidentMapService;
  readonly tables: CrimeTableService;
  /** Removes what a crash left of imports. */
  start(): Promise<void>;
}

/** @param dataDir the files lie in `crime-incidents` below it */
export function createCrimeIncidents({
  db,
  dataDir,
  now,
}: {
  readonly db: Database;
  readonly dataDir: string;
  readonly now: () => number;
}): CrimeIncidents {
  const files = new IncidentFiles(join(dataDir, 'crime-incidents'));
  const imports = new ImportService({ db, files, now });
  let key: Promise<Uint8Array> | null = null;
  const maskKey = () => (key ??= readOrCreateSecretKey(join(dataDir, 'keys', 'crime-mask.key')));
  return {
    ...{ db, now, files, imports },
    maps: new IncidentMapService({ db, files, maskKey, now }),
    tables: new CrimeTableService({ db, now }),
    start: () => imports.start(),
    [Symbol.asyncDispose]: () => files[Symbol.asyncDispose](),
  };
}
