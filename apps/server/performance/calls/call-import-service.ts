import { setImmediate } from 'node:timers/promises';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type {
  CallImport,
  CallImportInput,
  CallMapping,
  CallPreview,
  CallPreviewInput,
} from '@amaan/contracts/service/call-import';
import { MOST_REFUSED_CALLS, type RefusedCall } from '@amaan/contracts/service/emergency-call';
import type { CallReport } from '@amaan/governance-monitoring/service/call-record';
import type { Database } from '@amaan/store/open-database';
import { insertCallImport, listCallImports } from '@amaan/store/service/call-imports';
import {
  getCallSource,
  insertCallSource,
  recordHeard,
  type StoredCallSource,
} from '@amaan/store/service/call-sources';
import { listSites, type Site } from '@amaan/store/sites';
import type { Principal } from '../../access/decide.ts';
import { ConflictError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { takeReports } from './call-intake.ts';
import { guessCallMapping, guessSeparator } from './guess-call-mapping.ts';
import { columnsOf, type ReadLine, readCallFile } from './read-call-file.ts';
import { siteFinder } from './site-finder.ts';

const SHOWN_CALLS = 20;
const SHOWN_REFUSED = 100;
/** After so many lines others have their turn. */
const LINES_AT_ONCE = 2000;

/** Files of calls: looked at first, then read, with every bad line by its number and reason. */
export class CallImportService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#db = options.db;
    this.#now = options.now;
  }

  /** What a file would become. Nothing of it is kept. @throws as `readCallFile` */
  async preview({ csv, mapping: wanted }: CallPreviewInput, by: Principal): Promise<CallPreview> {
    const separator = wanted?.separator ?? guessSeparator(csv.slice(0, csv.indexOf('\n') + 1 || undefined));
    const columns = columnsOf(csv, separator);
    const mapping = wanted ?? guessCallMapping(columns, separator);
    const preview = {
      ...{ columns, mapping, unread: unreadOf(columns, mapping) },
      ...{ calls: [] as CallPreview['calls'], lines: 0, good: 0 },
      ...{ refused: [] as RefusedCall[], refusedCount: 0 },
    };
    if (mapping === null) return preview;
    const sites = await listSites(this.#db);
    for (const read of readCallFile(csv, mapping, this.#reading(sites, by))) {
      preview.lines += 1;
      if ('reason' in read) {
        preview.refusedCount += 1;
        if (preview.refused.length < SHOWN_REFUSED) preview.refused.push(read);
      } else {
        preview.good += 1;
        if (preview.calls.length < SHOWN_CALLS) preview.calls.push(shown(read, sites));
      }
    }
    return preview;
  }

  /**
   * Keeps the good lines of a file. The same file again changes nothing.
   * @throws ConflictError `CALL_SOURCE_IS_FEED`, `CALL_SOURCE_SIMULATED`; else as `readCallFile`
   */
  async import(input: CallImportInput, by: Principal, simulated = false): Promise<CallImport> {
    const { csv, fileName, mapping } = input;
    const at = this.#now();
    const sites = await listSites(this.#db);
    const reports: CallReport[] = [];
    const refused: RefusedCall[] = [];
    let [lines, refusedCount] = [0, 0];
    for (const read of readCallFile(csv, mapping, this.#reading(sites, by))) {
      lines += 1;
      if ('report' in read) reports.push(read.report);
      else {
        refusedCount += 1;
        if (refused.length < MOST_REFUSED_CALLS) refused.push(read);
      }
      if (lines % LINES_AT_ONCE === 0) await setImmediate();
    }
    return changeInLedger(this.#db, async (tx) => {
      const source = await this.#source(tx, input.source, simulated, at, by);
      const counts = await takeReports(tx, source, reports, at);
      await recordHeard(tx, source.id, {
        ...{ at: instantOf(at), reports: reports.length, added: counts.added, lagMs: null },
      });
      const done: CallImport = {
        ...{
          id: newIdentifier(),
          sourceId: source.id,
          source: source.name,
          fileName,
          mapping,
          lines,
          simulated,
        },
        digest: digestOfBytes(Buffer.from(csv)),
        ...counts,
        ...{ refused, refusedCount, unread: unreadOf(columnsOf(csv, mapping.separator), mapping) },
        ...{ importedAt: instantOf(at), importedBy: by.name },
      };
      const { source: _, simulated: __, ...kept } = done;
      await insertCallImport(tx, kept);
      const entry = ledgerEntry({
        ...{ kind: 'calls.imported', at, actor: `user:${by.id}`, subject: `call-import:${done.id}` },
        data: { source: source.id, digest: done.digest, lines, refused: refusedCount, ...counts },
      });
      return { result: done, entries: [entry] };
    });
  }

  list(): Promise<CallImport[]> {
    return listCallImports(this.#db);
  }

  #reading(sites: readonly Site[], by: Principal) {
    const now = this.#now();
    return {
      siteOf: siteFinder(sites),
      siteIds: by.sites === 'all' ? null : by.sites,
      ...{ saidAt: now, now },
    };
  }

  async #source(
    tx: Database,
    name: string,
    simulated: boolean,
    at: number,
    by: Principal,
  ): Promise<StoredCallSource> {
    await insertCallSource(tx, {
      ...{ id: newIdentifier(), name, kind: 'file', siteIds: null, simulated, tokenDigest: null },
      ...{ createdAt: instantOf(at), createdBy: by.name },
    });
    const source = (await getCallSource(tx, { name }))!;
    if (source.kind === 'feed')
      throw new ConflictError(
        'CALL_SOURCE_IS_FEED',
        `“${name}” tells of its calls by a feed; nothing was kept. Give the file another source.`,
      );
    if (source.simulated !== simulated)
      throw new ConflictError(
        'CALL_SOURCE_SIMULATED',
        `The calls of “${name}” are ${source.simulated ? 'simulated' : 'real'}; nothing was kept.`,
      );
    return source;
  }
}

function unreadOf(columns: readonly string[], mapping: CallMapping | null): string[] {
  const read = new Set(Object.values(mapping?.columns ?? {}));
  return columns.filter((column) => !read.has(column));
}

/** A line as it would be kept. */
function shown({ line, report }: Extract<ReadLine, { report: CallReport }>, sites: readonly Site[]) {
  const { siteId, place, ...facts } = report.facts;
  const { station, kind, priority, unitKind, ...times } = facts;
  const fields: CallPreview['calls'][number]['fields'] = {
    callId: report.callId,
    ...(siteId !== undefined && { site: sites.find(({ id }) => id === siteId)?.name ?? null }),
    ...(station !== undefined && { station }),
    ...(kind !== undefined && { kind }),
    ...(priority !== undefined && { priority }),
    ...(unitKind !== undefined && { unitKind }),
    ...(place != null && { longitude: place[0], latitude: place[1] }),
  };
  for (const [field, time] of Object.entries(times))
    fields[field as keyof typeof times] = time === null ? null : instantOf(time);
  return { line, fields };
}
