import type { Readable } from 'node:stream';
import type { SiteScope } from '@amaan/contracts/api/me';
import type { ImportBatch, ImportResult } from '@amaan/contracts/crime/import-batch';
import type { ImportKind, ImportMapping } from '@amaan/contracts/crime/import-mapping';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { classifyOffence } from '@amaan/crime-analytics/import/classify-offence';
import { findImport, insertImport, listImports, readPlane, takeBackImport } from '@amaan/store/crime/imports';
import type { IncidentFiles } from '@amaan/store/crime/incident-files';
import { isDiskFull } from '@amaan/store/crime/incident-staging';
import { addOffences } from '@amaan/store/crime/offences';
import type { Database } from '@amaan/store/open-database';
import { coversSite } from '../../access/decide.ts';
import { asHttpError, ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { OneAtATime } from '../../one-at-a-time.ts';
import { stageInThread } from './import-thread.ts';
import type { StagedImport } from './stage-import.ts';

/** Who imports, and for which sites. */
export interface ImportPerson {
  readonly actor: string;
  readonly name: string;
  readonly sites: SiteScope;
}

export interface NewFile {
  readonly siteId: Identifier;
  readonly name: string;
  readonly mapping: ImportMapping;
  /** Whether it is a simulation's and not a report's. */
  readonly simulated: boolean;
}

/** What the file or the mapping is to blame for. */
const STATUSES = {
  IMPORT_FORMAT: 422,
  IMPORT_EMPTY: 422,
  IMPORT_DAMAGED: 422,
  IMPORT_COLUMN: 422,
  IMPORT_PERSONAL_COLUMN: 422,
  IMPORT_TOO_MANY_OFFENCES: 422,
  IMPORT_MAPPING: 422,
  PARQUET_DAMAGED: 422,
  CRS_UNKNOWN: 422,
  INCIDENTS_DISK_FULL: 507,
  IMPORT_ALREADY_STORED: 409,
  IMPORT_OVERTAKEN: 409,
} as const;

/** Errors of a file, with their HTTP status. */
export function asImportError(error: unknown): unknown {
  if (isDiskFull(error))
    return new HttpError(
      507,
      'INCIDENTS_DISK_FULL',
      'The disk is full: nothing of the file was stored. Make room and import it again.',
      {
        cause: error,
      },
    );
  return asHttpError(error, STATUSES);
}

/** Files of incidents and patrols: each is stored as a whole with a ledger entry, or not at all, and can be taken back. */
export class ImportService {
  readonly #options: { readonly db: Database; readonly files: IncidentFiles; readonly now: () => number };
  readonly #line = new OneAtATime();

  constructor(options: { readonly db: Database; readonly files: IncidentFiles; readonly now: () => number }) {
    this.#options = options;
  }

  /** Removes what a crash left. Call it before the first import. */
  async start(): Promise<void> {
    const { db, files } = this.#options;
    await files.prepare();
    const known = await listImports(db, { states: 'stored' });
    await files.removeOthers(new Set(known.map(({ id }) => id)));
  }

  /**
   * Reads a file to its end and stores its good rows. Rows are held against everything of the site that is stored. One file at
   * a time: the next one waits, and its sender with it.
   *
   * @throws NotFoundError `SITE_NOT_FOUND`; HttpError 409 `IMPORT_ALREADY_STORED`, `IMPORT_OVERTAKEN`, 422 where nothing can
   *   be read (`IMPORT_NOTHING_LEFT`: no row is good), 507 `INCIDENTS_DISK_FULL`; whatever the source throws
   */
  async import(file: NewFile, source: AsyncIterable<Uint8Array>, by: ImportPerson): Promise<ImportResult> {
    await this.#requireSite(file.siteId, by.sites);
    return this.#line.run(() => this.#import(file, source, by));
  }

  async #import(file: NewFile, source: AsyncIterable<Uint8Array>, by: ImportPerson): Promise<ImportResult> {
    const { db, files, now } = this.#options;
    const id = newIdentifier();
    const scope = { siteId: file.siteId, simulated: file.simulated };
    await files.prepare();
    const stored = (await listImports(db, { ...scope, kind: file.mapping.kind, states: 'stored' })).map(
      (batch) => batch.id,
    );
    try {
      const staged = await stageInThread(source, {
        ...{ id, folder: files.folder, mapping: file.mapping, now: now() },
        place: await readPlane(db, scope),
        stored: stored.map((batch) => files.pathOf(batch)),
      });
      if (staged.file === null || staged.place === null) throw nothingLeft(staged);
      await files.keep(id);
      await this.#record(id, file, staged, stored, by);
    } catch (error) {
      await this.#removeUnlessStored(id);
      throw asImportError(error);
    }
    return (await findImport(db, id, by.sites))!;
  }

  async #record(
    id: Identifier,
    { siteId, name, mapping, simulated }: NewFile,
    staged: StagedImport,
    seen: readonly Identifier[],
    by: ImportPerson,
  ): Promise<void> {
    const at = this.#options.now();
    const { file, facts, rejected, fileBytes, fileDigest } = staged;
    const { stored, digest: dataDigest, offences, firstAt, lastAt } = file!;
    await changeInLedger(this.#options.db, async (tx) => {
      await insertImport(
        tx,
        {
          ...{ id, siteId, kind: mapping.kind, name, simulated, at: instantOf(at) },
          ...{ by: { actor: by.actor, name: by.name }, mapping, facts, fileBytes, fileDigest, dataDigest },
          ...{ stored, rejected, firstAt: instantOf(firstAt), lastAt: instantOf(lastAt) },
          offences: mapping.kind === 'patrols' ? [] : offences,
        },
        staged.place!,
        seen,
      );
      if (mapping.kind === 'incidents')
        await addOffences(
          tx,
          offences.map(({ offence }) => ({ offence, ...classifyOffence(offence) })),
        );
      const data = { siteId, kind: mapping.kind, simulated, stored, rejected, fileDigest, dataDigest };
      const mappingDigest = digestOfJson(mapping);
      const entry = ledgerEntry({
        ...{ kind: 'crime-import.stored', at, actor: by.actor, subject: `crime-import:${id}` },
        data: { ...data, mappingDigest },
      });
      return { result: null, entries: [entry] };
    });
  }

  /** A commit whose answer was lost may have come about: then the file counts. */
  async #removeUnlessStored(id: Identifier): Promise<void> {
    const { db, files } = this.#options;
    const found = await findImport(db, id, 'all').catch(() => undefined);
    // Not known: the next start looks again.
    if (found === null) await files.remove(id);
  }

  /** Imports of somebody's sites, the latest first. */
  list(
    sites: SiteScope,
    filter: { readonly siteId?: Identifier | undefined; readonly kind?: ImportKind | undefined },
  ): Promise<ImportBatch[]> {
    return listImports(this.#options.db, {
      sites,
      ...(filter.siteId === undefined ? {} : { siteId: filter.siteId }),
      ...(filter.kind === undefined ? {} : { kind: filter.kind }),
    });
  }

  /** @throws NotFoundError `IMPORT_NOT_FOUND` */
  async get(id: Identifier, sites: SiteScope): Promise<ImportResult> {
    const found = await findImport(this.#options.db, id, sites);
    if (found === null) throw new NotFoundError('import');
    return found;
  }

  /** All lines that were not kept, as CSV. @throws NotFoundError `IMPORT_NOT_FOUND` */
  async rejectedLines(
    id: Identifier,
    sites: SiteScope,
  ): Promise<{ readonly name: string; readonly csv: Readable }> {
    const { name } = await this.get(id, sites);
    const csv = await this.#options.files.rejectedLines(id);
    if (csv === null) throw new NotFoundError('import');
    return { name, csv };
  }

  /**
   * Takes an import back: its rows count no more and their file is deleted; what is on record about it stays.
   * @throws NotFoundError `IMPORT_NOT_FOUND`; ConflictError `IMPORT_TAKEN_BACK`
   */
  async takeBack(id: Identifier, reason: string, by: ImportPerson): Promise<ImportBatch> {
    const { db, files, now } = this.#options;
    const batch = await this.get(id, by.sites);
    const at = now();
    await changeInLedger(db, async (tx) => {
      if (!(await takeBackImport(tx, id, { at: instantOf(at), name: by.name, reason })))
        throw new ConflictError('IMPORT_TAKEN_BACK', 'It was taken back already.');
      const data = { siteId: batch.siteId, stored: batch.stored, dataDigest: batch.dataDigest, reason };
      const entry = ledgerEntry({
        ...{ kind: 'crime-import.taken-back', at, actor: by.actor, subject: `crime-import:${id}`, data },
      });
      return { result: null, entries: [entry] };
    });
    await files.remove(id);
    return this.get(id, by.sites);
  }

  async #requireSite(siteId: Identifier, sites: SiteScope): Promise<void> {
    const site = await this.#options.db
      .selectFrom('site')
      .select('id')
      .where('id', '=', siteId)
      .executeTakeFirst();
    if (site === undefined || !coversSite(sites, siteId)) throw new NotFoundError('site');
  }
}

/** Why nothing of a file was stored. */
function nothingLeft({ rejected, facts }: StagedImport): HttpError {
  const [most] = facts.rejectedBy;
  if (most === undefined)
    return new HttpError(422, 'IMPORT_EMPTY', 'The file has no rows; nothing was imported.');
  if (most.code === 'already-stored' && most.lines === rejected)
    return new ConflictError(
      'IMPORT_ALREADY_STORED',
      `All ${rejected} rows of the file are stored already; nothing was imported.`,
    );
  const first = facts.rejectedLines.find(({ code }) => code === most.code);
  return new HttpError(
    422,
    'IMPORT_NOTHING_LEFT',
    `None of the ${rejected} rows of the file can be used; nothing was imported. Most often (${most.lines} rows${first === undefined ? '' : `, first in line ${first.line}`}): ${first?.reason ?? most.code}`,
  );
}
