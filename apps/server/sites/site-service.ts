import type { Site, SiteInput } from '@amaan/contracts/api/site';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Database } from '@amaan/store/open-database';
import { insertSite, renameSite } from '@amaan/store/sites';
import type { Principal } from '../access/decide.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** The control rooms: added and renamed, each change with its ledger entry. */
export class SiteService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#db = options.db;
    this.#now = options.now;
  }

  /** Adds a site with its default group of cameras. @throws HttpError 409 `SITE_EXISTS` */
  create({ name }: SiteInput, by: Principal): Promise<Site> {
    return this.#change(async (tx) => {
      const site = await insertSite(tx, name, instantOf(this.#now()));
      return { result: site, entries: [this.#entry('site.created', site.id, by, { name })] };
    });
  }

  /** @throws NotFoundError `SITE_NOT_FOUND`; HttpError 409 `SITE_EXISTS` */
  rename(id: Identifier, { name }: SiteInput, by: Principal): Promise<Site> {
    return this.#change(async (tx) => {
      const before = await renameSite(tx, { id, name });
      if (before === null) throw new NotFoundError('site');
      return { result: { id, name }, entries: [this.#entry('site.renamed', id, by, { name, before })] };
    });
  }

  #change(change: (tx: Database) => Promise<RecordedChange<Site>>): Promise<Site> {
    return changeInLedger(this.#db, change).catch((error: unknown) => {
      throw asHttpError(error, { SITE_EXISTS: 409 });
    });
  }

  #entry(kind: string, id: Identifier, by: Principal, data: LedgerEntry['data']): LedgerEntry {
    return ledgerEntry({ kind, at: this.#now(), actor: `user:${by.id}`, subject: `site:${id}`, data });
  }
}
