import type { SiteScope } from '@amaan/contracts/api/me';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type {
  Hotlist,
  HotlistDecision,
  HotlistEntry,
  HotlistEntryInput,
  HotlistEntryQuery,
  NewHotlist,
} from '@amaan/contracts/plates/hotlist';
import { digestHex } from '@amaan/store/digest-column';
import {
  decideHotlistEntry,
  insertHotlistEntries,
  listHotlistEntries,
  lockHotlistEntry,
  removeHotlistEntry,
} from '@amaan/store/hotlist-entries';
import {
  closeHotlist,
  getHotlist,
  listHotlists,
  lockHotlist,
  nextHotlistRevision,
  putHotlist,
} from '@amaan/store/hotlists';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { coversSite } from '../access/decide.ts';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { HotlistMatcher } from './hotlist-matcher.ts';

/** Who works on the lists, and at which sites. */
export interface HotlistPerson extends RecordAuthor {
  readonly sites: SiteScope;
}

export interface HotlistServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly matcher: Pick<HotlistMatcher, 'follow'>;
  readonly logger: Logger;
}

/** What a change of a list does in its transaction. */
export interface HotlistChange<Result> {
  readonly result: Result;
  readonly kind: string;
  readonly data: LedgerEntry['data'];
}

/**
 * The lists of plates that are looked for. Every change is one transaction with its ledger entry, which holds
 * digests and never a plate, and is matched from the next read on.
 */
export class HotlistService {
  readonly #options: HotlistServiceOptions;

  constructor(options: HotlistServiceOptions) {
    this.#options = options;
  }

  list(sites: SiteScope): Promise<Hotlist[]> {
    return listHotlists(this.#options.db, sites, this.today());
  }

  /** @throws NotFoundError `HOTLIST_NOT_FOUND` */
  get(id: Identifier, sites: SiteScope): Promise<Hotlist> {
    return this.#require(this.#options.db, id, sites);
  }

  /** @throws HttpError 403 `OUTSIDE_YOUR_SITES`, 422 `SITE_UNKNOWN`, `HOTLIST_DATES` */
  async create({ siteId, ...input }: NewHotlist, by: HotlistPerson): Promise<Hotlist> {
    this.#requireWritable(siteId, by);
    this.#requireDates(input);
    const id = newIdentifier();
    await this.#commit(id, by, async (tx, revision) => {
      if (siteId !== null) await requireSite(tx, siteId);
      const digest = digestOfJson({ ...input, siteId });
      const at = instantOf(this.#options.now());
      await putHotlist(tx, { id, siteId, version: 1, input, digest, at, by }, revision);
      return {
        result: undefined,
        kind: 'hotlist.created',
        data: { version: 1, digest, listKind: input.kind, siteId },
      };
    });
    return this.get(id, by.sites);
  }

  /**
   * Makes the next version of a list.
   * @throws NotFoundError `HOTLIST_NOT_FOUND`; HttpError 409 `HOTLIST_CLOSED`, `HOTLIST_KIND_FIXED`,
   *   `HOTLIST_SITE_FIXED`, 422 `HOTLIST_DATES`
   */
  async change(id: Identifier, { siteId: asked, ...input }: NewHotlist, by: HotlistPerson): Promise<Hotlist> {
    this.#requireDates(input);
    await this.#commit(id, by, async (tx, revision) => {
      const before = await this.#requireOpen(tx, id, by);
      const { siteId } = before;
      // Else a list that one person filled alone could become one that wants two.
      if (input.kind !== before.kind)
        throw new ConflictError(
          'HOTLIST_KIND_FIXED',
          'What a hotlist is for cannot be changed, since its entries were approved for that; nothing was changed. Make a new list.',
        );
      if (asked !== siteId)
        throw new ConflictError(
          'HOTLIST_SITE_FIXED',
          'The site of a hotlist cannot be changed; nothing was changed. Make a new list.',
        );
      const digest = digestOfJson({ ...input, siteId });
      const version = before.version + 1;
      const at = instantOf(this.#options.now());
      await putHotlist(tx, { id, siteId, version, input, digest, at, by }, revision);
      return { result: undefined, kind: 'hotlist.changed', data: { version, digest } };
    });
    return this.get(id, by.sites);
  }

  /** Ends a list for good: nothing on it matches any more, and all of it stays on record. */
  async close(id: Identifier, by: HotlistPerson): Promise<Hotlist> {
    await this.#commit(id, by, async (tx, revision) => {
      await this.#requireOpen(tx, id, by);
      await closeHotlist(tx, id, instantOf(this.#options.now()), revision);
      return { result: undefined, kind: 'hotlist.closed', data: {} };
    });
    return this.get(id, by.sites);
  }

  /** A page of a list's entries, newest first. @throws NotFoundError `HOTLIST_NOT_FOUND` */
  async entries(id: Identifier, query: HotlistEntryQuery, sites: SiteScope): Promise<HotlistEntry[]> {
    const { db } = this.#options;
    await this.#require(db, id, sites);
    return listHotlistEntries(db, id, { ...query, today: this.today() });
  }

  /**
   * Puts a plate on a list. On a list of wanted vehicles it waits for a second person.
   * @throws NotFoundError `HOTLIST_NOT_FOUND`; HttpError 409 `HOTLIST_CLOSED`, `HOTLIST_EXPIRED`, `PLATE_LISTED`,
   *   422 `ENTRY_EXPIRY`
   */
  async add(hotlistId: Identifier, input: HotlistEntryInput, by: HotlistPerson): Promise<HotlistEntry> {
    const id = newIdentifier();
    const digest = entryDigest({ ...input, id, hotlistId });
    return this.#commit(hotlistId, by, async (tx, revision) => {
      const list = await this.requireFillable(tx, hotlistId, by);
      const wrong = entryExpiryProblem(input.expiresOn, list, this.today());
      if (wrong !== null) throw new HttpError(422, 'ENTRY_EXPIRY', `${wrong} Nothing was changed.`);
      const state = stateOfNew(list);
      const at = instantOf(this.#options.now());
      const added = await insertHotlistEntries(tx, { hotlistId, state, importId: null, at, by, revision }, [
        { ...input, id, digest },
      ]);
      if (added.size === 0)
        throw new ConflictError('PLATE_LISTED', 'This plate is on the list already; nothing was changed.');
      const result = (await lockHotlistEntry(tx, { hotlistId, id }, this.today()))!;
      return { result: plain(result), kind: 'hotlist.entry-added', data: { entryDigest: digest, state } };
    });
  }

  /**
   * A second person's word on an entry that waits.
   * @throws NotFoundError `HOTLIST_NOT_FOUND`, `HOTLIST_ENTRY_NOT_FOUND`; HttpError 403 `FOUR_EYES`, 409
   *   `ENTRY_DECIDED`
   */
  decide(
    hotlistId: Identifier,
    id: Identifier,
    { decision, note }: HotlistDecision,
    by: HotlistPerson,
  ): Promise<HotlistEntry> {
    return this.#commit(hotlistId, by, async (tx, revision) => {
      await this.#requireOpen(tx, hotlistId, by);
      const entry = await this.#requireEntry(tx, hotlistId, id);
      if (entry.state !== 'waiting')
        throw new ConflictError(
          'ENTRY_DECIDED',
          `The entry does not wait for a decision: it is ${entry.state}. Nothing was changed.`,
        );
      requireOtherPerson(by, [{ person: entry.addedPerson }]);
      const state = decision === 'approved' ? 'active' : 'refused';
      await decideHotlistEntry(tx, id, { state, note, at: instantOf(this.#options.now()), by, revision });
      return {
        result: plain({ ...entry, state, decidedBy: by.name }),
        kind: `hotlist.entry-${decision}`,
        data: { entryDigest: digestHex(entry.digest), noteDigest: digestOfJson(note) },
      };
    });
  }

  /**
   * Takes a plate off a list; the entry stays on record.
   * @throws NotFoundError `HOTLIST_NOT_FOUND`, `HOTLIST_ENTRY_NOT_FOUND`; HttpError 409 `ENTRY_NOT_IN_FORCE`
   */
  async remove(hotlistId: Identifier, id: Identifier, by: HotlistPerson): Promise<void> {
    await this.#commit(hotlistId, by, async (tx, revision) => {
      await this.#requireOpen(tx, hotlistId, by);
      const entry = await this.#requireEntry(tx, hotlistId, id);
      if (entry.state !== 'active' && entry.state !== 'waiting')
        throw new ConflictError(
          'ENTRY_NOT_IN_FORCE',
          `The entry is not in force any more: it is ${entry.state}. Nothing was changed.`,
        );
      await removeHotlistEntry(tx, id, { at: instantOf(this.#options.now()), by, revision });
      const entryDigest = digestHex(entry.digest);
      return { result: undefined, kind: 'hotlist.entry-removed', data: { entryDigest } };
    });
  }

  /** A list that may be added to, locked. @throws as `add` */
  async requireFillable(tx: Database, id: Identifier, by: HotlistPerson): Promise<Hotlist> {
    const list = await this.#requireOpen(tx, id, by);
    if (!list.active)
      throw new ConflictError(
        'HOTLIST_EXPIRED',
        `The hotlist ended on ${list.expiresOn}, so nothing on it would match; nothing was changed. Give it a later end first.`,
      );
    return list;
  }

  /** One transaction with its ledger entry, which this server matches by before it returns. */
  async commit<Result>(
    id: Identifier,
    by: HotlistPerson,
    change: (tx: Database, revision: number) => Promise<HotlistChange<Result>>,
  ): Promise<Result> {
    return this.#commit(id, by, change);
  }

  today(): string {
    return instantOf(this.#options.now()).slice(0, 10);
  }

  async #commit<Result>(
    id: Identifier,
    by: HotlistPerson,
    change: (tx: Database, revision: number) => Promise<HotlistChange<Result>>,
  ): Promise<Result> {
    const { db, now, matcher, logger } = this.#options;
    const changed = await changeInLedger(db, async (tx) => {
      const revision = await nextHotlistRevision(tx);
      const { result, kind, data } = await change(tx, revision);
      const entry = ledgerEntry({ kind, at: now(), actor: by.actor, subject: `hotlist:${id}`, data });
      return { result, entries: [entry] };
    });
    await matcher.follow().catch((error: unknown) => {
      logger.error(
        { err: error },
        'a change of a hotlist is stored and not matched yet; the next look repeats it',
      );
    });
    return changed;
  }

  async #require(db: Database, id: Identifier, sites: SiteScope): Promise<Hotlist> {
    const list = await getHotlist(db, id, sites, this.today());
    if (list === null) throw new NotFoundError('hotlist');
    return list;
  }

  async #requireOpen(tx: Database, id: Identifier, by: HotlistPerson): Promise<Hotlist> {
    await lockHotlist(tx, id);
    const list = await this.#require(tx, id, by.sites);
    this.#requireWritable(list.siteId, by);
    const row = await tx.selectFrom('hotlist').select('closed_at').where('id', '=', id).executeTakeFirst();
    if (row?.closed_at != null)
      throw new ConflictError('HOTLIST_CLOSED', 'The hotlist is closed for good; nothing was changed.');
    return list;
  }

  async #requireEntry(tx: Database, hotlistId: Identifier, id: Identifier) {
    const entry = await lockHotlistEntry(tx, { hotlistId, id }, this.today());
    if (entry === null) throw new NotFoundError('hotlist entry');
    return entry;
  }

  #requireWritable(siteId: Identifier | null, { sites }: HotlistPerson): void {
    if (siteId === null ? sites === 'all' : coversSite(sites, siteId)) return;
    throw new HttpError(
      403,
      'OUTSIDE_YOUR_SITES',
      siteId === null
        ? 'A hotlist of every site is changed by people of every site only; choose one of your sites.'
        : 'This site is not one of yours.',
    );
  }

  #requireDates({ expiresOn, reviewOn }: { readonly expiresOn: string; readonly reviewOn: string }): void {
    const today = this.today();
    const wrong =
      expiresOn <= today
        ? `The hotlist would end on ${expiresOn}, which is not after today (${today}, UTC).`
        : reviewOn > expiresOn
          ? `The review on ${reviewOn} would come after the end on ${expiresOn}.`
          : null;
    if (wrong !== null) throw new HttpError(422, 'HOTLIST_DATES', `${wrong} Nothing was changed.`);
  }
}

/** Entries of wanted vehicles wait for a second person. */
export function stateOfNew({ kind }: Pick<Hotlist, 'kind'>): 'waiting' | 'active' {
  return kind === 'wanted' ? 'waiting' : 'active';
}

/** Why an entry cannot end on a day, in one sentence, or null. */
export function entryExpiryProblem(
  expiresOn: string | null,
  list: Pick<Hotlist, 'expiresOn'>,
  today: string,
): string | null {
  if (expiresOn === null) return null;
  if (expiresOn <= today)
    return `The entry would end on ${expiresOn}, which is not after today (${today}, UTC).`;
  if (expiresOn > list.expiresOn)
    return `The entry would end on ${expiresOn}, after its hotlist (${list.expiresOn}).`;
  return null;
}

/** What the ledger has of an entry. The random identifier in it keeps the plate from being guessed. */
export function entryDigest(
  entry: HotlistEntryInput & { readonly id: Identifier; readonly hotlistId: Identifier },
): string {
  const { id, hotlistId, plate, note, caseNumber, expiresOn } = entry;
  return digestOfJson({ id, hotlistId, plate, note, caseNumber, expiresOn });
}

function plain(
  entry: HotlistEntry & { readonly digest?: unknown; readonly addedPerson?: unknown },
): HotlistEntry {
  const { digest: _, addedPerson: __, ...rest } = entry;
  return rest;
}

async function requireSite(tx: Database, siteId: Identifier): Promise<void> {
  const site = await tx.selectFrom('site').select('id').where('id', '=', siteId).executeTakeFirst();
  if (site === undefined)
    throw new HttpError(422, 'SITE_UNKNOWN', 'There is no such site; nothing was changed.');
}
