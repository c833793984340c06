import type { BoundarySet } from '@amaan/contracts/crime/boundary';
import type { OffenceChange, OffenceEntry } from '@amaan/contracts/crime/incident';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { readBoundaries } from '@amaan/crime-analytics/import/read-boundaries';
import { insertBoundarySet, readBoundarySet } from '@amaan/store/crime/boundaries';
import { changeOffence, listOffences } from '@amaan/store/crime/offences';
import type { Database } from '@amaan/store/open-database';
import { coversSite } from '../../access/decide.ts';
import { asHttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { ImportPerson } from './import-service.ts';

/** What administrators keep for crime analytics: what offences count as, and the areas of police stations. */
export class CrimeTableService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor({ db, now }: { readonly db: Database; readonly now: () => number }) {
    this.#db = db;
    this.#now = now;
  }

  offences(): Promise<OffenceEntry[]> {
    return listOffences(this.#db);
  }

  /** Says what an offence counts as from now on, in stored incidents, too. @throws NotFoundError `OFFENCE_NOT_FOUND` */
  async changeOffence(change: OffenceChange, by: ImportPerson): Promise<OffenceEntry> {
    const at = this.#now();
    const { offence, reason, ...now } = change;
    await changeInLedger(this.#db, async (tx) => {
      const before = await changeOffence(tx, change, { at: instantOf(at), name: by.name });
      if (before === null) throw new NotFoundError('offence');
      const data = { offence, before: { ...before }, now: { ...now }, reason };
      const entry = ledgerEntry({
        kind: 'crime-offence.changed',
        at,
        actor: by.actor,
        subject: 'crime-offences',
        data,
      });
      return { result: null, entries: [entry] };
    });
    return (await this.offences()).find((entry) => entry.offence === offence)!;
  }

  /** The areas of a site that are in force. @throws NotFoundError `SITE_NOT_FOUND` */
  async boundaries(siteId: Identifier, by: Pick<ImportPerson, 'sites'>): Promise<BoundarySet> {
    await this.#requireSite(siteId, by);
    const { digest: _, ...set } = await readBoundarySet(this.#db, siteId);
    return set;
  }

  /**
   * Replaces the areas of a site; those before stay on record.
   * @throws NotFoundError `SITE_NOT_FOUND`; HttpError 422 `BOUNDARIES_INVALID`
   */
  async storeBoundaries(siteId: Identifier, geojson: unknown, by: ImportPerson): Promise<BoundarySet> {
    await this.#requireSite(siteId, by);
    const read = checked(() => readBoundaries(geojson));
    const at = this.#now();
    const digest = digestOfJson(read);
    await changeInLedger(this.#db, async (tx) => {
      const version = await insertBoundarySet(
        tx,
        siteId,
        read.map((area) => ({ ...area, id: newIdentifier() })),
        { at: instantOf(at), actor: by.actor, name: by.name, digest },
      );
      const data = { version, areas: read.length, digest };
      const entry = ledgerEntry({
        ...{ kind: 'crime-boundaries.stored', at, actor: by.actor, subject: `site:${siteId}`, data },
      });
      return { result: null, entries: [entry] };
    });
    return this.boundaries(siteId, by);
  }

  async #requireSite(siteId: Identifier, { sites }: Pick<ImportPerson, 'sites'>): Promise<void> {
    const site = await this.#db.selectFrom('site').select('id').where('id', '=', siteId).executeTakeFirst();
    if (site === undefined || !coversSite(sites, siteId)) throw new NotFoundError('site');
  }
}

function checked<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asHttpError(error, { BOUNDARIES_INVALID: 422 });
  }
}
