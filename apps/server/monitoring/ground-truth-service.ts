import type { SiteScope } from '@amaan/contracts/api/me';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { GroundTruthInput, GroundTruthSet, RefusedLine } from '@amaan/contracts/ground-truth';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { share } from '@amaan/governance-monitoring/derive-figures';
import { parseGroundTruth, type TruthLine } from '@amaan/governance-monitoring/parse-ground-truth';
import {
  findJudgedReports,
  type GroundTruthItem,
  insertGroundTruth,
  type JudgedReport,
  listGroundTruth,
} from '@amaan/store/ground-truth';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../access/decide.ts';
import { asHttpError, HttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Below it a rate would be chance. */
const FEWEST = 10;
/** The first of them are kept with the set; all of them are counted. */
const MOST_REFUSED = 1_000;

/** Audit sets: reports that people judged by their pictures, and error rates by lawful groups. */
export class GroundTruthService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#db = options.db;
    this.#now = options.now;
  }

  /** Every set with its rates within these sites, newest first. */
  async list(sites: SiteScope): Promise<GroundTruthSet[]> {
    return (await listGroundTruth(this.#db, sites)).map(({ counts, ...set }) => ({
      ...set,
      rates: counts.map(({ system, simulated, grouping, label, judged, wrong }) => ({
        ...{ system, simulated, grouping, label },
        rate: share(wrong, judged, FEWEST),
      })),
    }));
  }

  /**
   * Keeps the good lines of a file and says which ones were not, and why.
   * @throws HttpError 422 `GROUPING_NOT_LAWFUL`, `GROUND_TRUTH_HEADER`, `GROUND_TRUTH_TOO_LONG`, `GROUND_TRUTH_EMPTY`
   */
  async record({ name, source, csv }: GroundTruthInput, by: Principal): Promise<GroundTruthSet> {
    const { lines, refused: unread } = parsed(csv);
    const reports = await findJudgedReports(
      this.#db,
      lines.map(({ id }) => id),
    );
    const { items, refused: unfound } = judged(lines, reports, by.sites);
    const refused = [...unread, ...unfound].sort((a, b) => a.line - b.line);
    if (items.length === 0)
      throw new HttpError(
        422,
        'GROUND_TRUTH_EMPTY',
        `No line could be kept, so nothing was stored. ${refused
          .slice(0, 3)
          .map(({ line, reason }) => `Line ${line}: ${reason}`)
          .join(' ')}`.trim(),
      );
    const set = {
      ...{ id: newIdentifier(), name, source },
      digest: digestOfBytes(Buffer.from(csv)),
      refused: refused.slice(0, MOST_REFUSED),
      refusedCount: refused.length,
      uploadedAt: instantOf(this.#now()),
      uploadedBy: by.name,
    };
    await changeInLedger(this.#db, async (tx) => {
      await insertGroundTruth(tx, set, items);
      const entry = ledgerEntry({
        kind: 'monitoring.ground-truth-recorded',
        at: this.#now(),
        actor: `user:${by.id}`,
        subject: `ground-truth:${set.id}`,
        data: {
          digest: set.digest,
          kept: items.length,
          refused: refused.length,
          groupings: [...new Set(items.flatMap(({ labels }) => Object.keys(labels)))].sort(),
        },
      });
      return { result: undefined, entries: [entry] };
    });
    return (await this.list(by.sites)).find(({ id }) => id === set.id)!;
  }
}

function parsed(csv: string) {
  try {
    return parseGroundTruth(csv);
  } catch (error) {
    throw asHttpError(error, {
      GROUPING_NOT_LAWFUL: 422,
      GROUND_TRUTH_HEADER: 422,
      GROUND_TRUTH_TOO_LONG: 422,
    });
  }
}

/** Joins each line to its report; places come from the register of cameras, and a line that says another is wrong. */
function judged(
  lines: readonly TruthLine[],
  reports: ReadonlyMap<string, JudgedReport>,
  sites: SiteScope,
): { items: GroundTruthItem[]; refused: RefusedLine[] } {
  const items = new Map<string, GroundTruthItem>();
  const refused: RefusedLine[] = [];
  for (const { line, id, wrong, labels } of lines) {
    const report = reports.get(id);
    if (report === undefined || (sites !== 'all' && !sites.includes(report.siteId))) {
      refused.push({ line, reason: `There is no alert or observation ${id}.` });
      continue;
    }
    const { site, group, camera, ...rest } = report;
    const places = { site, 'camera-group': group, camera };
    const other = (Object.keys(places) as (keyof typeof places)[]).find(
      (place) => labels[place] !== undefined && labels[place] !== places[place],
    );
    if (other !== undefined)
      refused.push({ line, reason: `Its ${other} is “${places[other]}”, not “${labels[other]}”.` });
    else if (items.has(report.observationId))
      refused.push({ line, reason: 'The same report stands in the file before.' });
    else items.set(report.observationId, { ...rest, wrong, labels: { ...labels, ...places } });
  }
  return { items: [...items.values()], refused };
}
