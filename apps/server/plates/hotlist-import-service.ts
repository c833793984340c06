import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Hotlist, HotlistImport } from '@amaan/contracts/plates/hotlist';
import { insertHotlistEntries, type NewHotlistEntry } from '@amaan/store/hotlist-entries';
import type { Database } from '@amaan/store/open-database';
import { type HotlistLine, parseHotlistCsv } from '@amaan/vehicle-trace/hotlist/parse-hotlist-csv';
import { asHttpError, HttpError } from '../http/http-errors.ts';
import {
  entryDigest,
  entryExpiryProblem,
  type HotlistPerson,
  type HotlistService,
  stateOfNew,
} from './hotlist-service.ts';

const BATCH = 5_000;
/** The first of them are named; all of them are counted. */
const MOST_NAMED = 1_000;

type BadLine = HotlistImport['bad'][number];

/** Thrown to undo an import that added nothing, so that the ledger has no entry without a change. */
class NothingAdded extends Error {
  readonly report: HotlistImport;
  constructor(report: HotlistImport) {
    super('nothing was added');
    this.report = report;
  }
}

/** Files of entries: the good lines are kept in one transaction, the others named with their reasons. */
export class HotlistImportService {
  readonly #hotlists: HotlistService;
  readonly #now: () => number;

  constructor(options: { readonly hotlists: HotlistService; readonly now: () => number }) {
    this.#hotlists = options.hotlists;
    this.#now = options.now;
  }

  /**
   * @throws NotFoundError `HOTLIST_NOT_FOUND`; HttpError 409 `HOTLIST_CLOSED`, `HOTLIST_EXPIRED`, 422
   *   `HOTLIST_HEADER`, `HOTLIST_EMPTY`
   */
  async import(hotlistId: Identifier, csv: string, by: HotlistPerson): Promise<HotlistImport> {
    const importId = newIdentifier();
    try {
      return await this.#hotlists.commit(hotlistId, by, async (tx, revision) => {
        const list = await this.#hotlists.requireFillable(tx, hotlistId, by);
        const state = stateOfNew(list);
        const at = instantOf(this.#now());
        const into = { hotlistId, state, importId, at, by, revision };
        const { report, entriesDigest } = await this.#fill(tx, csv, list, into);
        if (report.added === 0) throw new NothingAdded(report);
        const { added, known, badLines } = report;
        const digest = digestOfBytes(Buffer.from(csv));
        const data = { importId, digest, entriesDigest, state, added, known, badLines };
        return { result: report, kind: 'hotlist.imported', data };
      });
    } catch (error) {
      if (error instanceof NothingAdded) return error.report;
      throw asHttpError(error, { HOTLIST_HEADER: 422 });
    }
  }

  async #fill(
    tx: Database,
    csv: string,
    list: Hotlist,
    into: Parameters<typeof insertHotlistEntries>[1],
  ): Promise<{ report: HotlistImport; entriesDigest: string }> {
    const counts = { added: 0, known: 0, badLines: 0 };
    const bad: BadLine[] = [];
    const digests = createHash('sha256');
    let batch: NewHotlistEntry[] = [];
    const store = async () => {
      const added = await insertHotlistEntries(tx, into, batch);
      for (const { id, digest } of batch) if (added.has(id)) digests.update(digest);
      counts.added += added.size;
      counts.known += batch.length - added.size;
      batch = [];
      await setImmediate();
    };
    for (const line of parseHotlistCsv(csv)) {
      const checked = this.#checked(line, list);
      if ('reason' in checked) {
        counts.badLines += 1;
        if (bad.length < MOST_NAMED) bad.push(checked);
        continue;
      }
      const id = newIdentifier();
      batch.push({ ...checked.entry, id, digest: entryDigest({ ...checked.entry, id, hotlistId: list.id }) });
      if (batch.length === BATCH) await store();
    }
    if (batch.length > 0) await store();
    if (counts.added + counts.known + counts.badLines === 0)
      throw new HttpError(422, 'HOTLIST_EMPTY', 'The file has no lines below its header; nothing was added.');
    const waiting = into.state === 'waiting' ? counts.added : 0;
    return { report: { ...counts, waiting, bad }, entriesDigest: digests.digest('hex') };
  }

  /** A line's own end is held against the list's. */
  #checked(line: HotlistLine, list: Hotlist): Exclude<HotlistLine, { reason: string }> | BadLine {
    if ('reason' in line) return line;
    const wrong = entryExpiryProblem(line.entry.expiresOn, list, this.#hotlists.today());
    return wrong === null ? line : { line: line.line, text: line.entry.plate, reason: wrong };
  }
}
