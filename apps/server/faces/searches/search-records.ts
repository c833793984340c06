import { canonicalJson } from '@amaan/contracts/digest-of';
import type { PictureSearch, PictureSearchQuery } from '@amaan/contracts/faces/searches/picture-search';
import type { Identifier } from '@amaan/contracts/identifier';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import {
  resultDigest,
  resultListDigest,
  SEALED_SEARCH,
  sealedFacts,
} from '@amaan/governance/faces/sealed-search';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { leafHashOfText } from '@amaan/ledger/ledger-leaf';
import { digestBytes } from '@amaan/store/digest-column';
import {
  listPictureSearches,
  listSearchedResults,
  type SearchedResult,
  type StoredPictureSearch,
} from '@amaan/store/faces/searches/picture-searches';
import { readSealedEntries, type SealedEntry } from '@amaan/store/faces/searches/sealed-entries';
import type { Database } from '@amaan/store/open-database';
import { citizenDataSites, type Principal } from '../../access/decide.ts';
import { NotFoundError } from '../../http/http-errors.ts';
import type { LedgerService } from '../../ledger/ledger-service.ts';

export interface SearchRecordsOptions {
  readonly db: Database;
  readonly ledger: Pick<LedgerService, 'proof'>;
}

/**
 * Searches with pictures that took place, and whether what they found is still what was sealed: each time that one is
 * read its list is put together anew and compared with the ledger.
 */
export class SearchRecords {
  readonly #options: SearchRecordsOptions;

  constructor(options: SearchRecordsOptions) {
    this.#options = options;
  }

  /** Of the case that somebody reads for, or of their sites for who approves searches; the newest first. */
  async page(query: PictureSearchQuery, by: Principal): Promise<PictureSearch[]> {
    return this.#views(await listPictureSearches(this.#options.db, { ...query, ...whoseOf(by) }));
  }

  /** @throws NotFoundError `FACE_SEARCH_NOT_FOUND`, also of another case or site */
  async get(id: Identifier, by: Principal): Promise<PictureSearch> {
    const searches = await listPictureSearches(this.#options.db, { id, limit: 1, ...whoseOf(by) });
    const [view] = await this.#views(searches);
    if (view === undefined) throw new NotFoundError('face search');
    return view;
  }

  async #views(searches: readonly StoredPictureSearch[]): Promise<PictureSearch[]> {
    const { db } = this.#options;
    const ids = searches.map(({ id }) => id);
    const results = Map.groupBy(await listSearchedResults(db, ids), ({ searchId }) => searchId);
    const entries = await readSealedEntries(db, SEALED_SEARCH, ids);
    const views: PictureSearch[] = [];
    for (const search of searches)
      views.push(await this.#view(search, results.get(search.id) ?? [], entries.get(search.id) ?? null));
    return views;
  }

  async #view(
    search: StoredPictureSearch,
    results: readonly SearchedResult[],
    entry: SealedEntry | null,
  ): Promise<PictureSearch> {
    const { id, authorisationId, caseId, caseNumber, siteId, watchlistId, at, reason, source } = search;
    const { lawfulness, takenAt, place, listSize, threshold, falseMatchesPerSearch, found } = search;
    const left = new Map(results.map((result) => [resultDigest(id, result), result]));
    const isWhole =
      entry !== null &&
      left.size === results.length &&
      [...left.keys()].every((digest) => search.results.includes(digest)) &&
      sealsThis(entry, search) &&
      (await this.#isInLedger(entry));
    const state = left.size === search.results.length ? 'holds' : 'holds-in-part';
    return {
      ...{ id, authorisationId, caseId, caseNumber, siteId, watchlistId, at, reason, source },
      ...{ lawfulness, takenAt, place, listSize, threshold, falseMatchesPerSearch, found },
      by: search.byName,
      matches: search.results.map((digest) => {
        const match = left.get(digest);
        return match === undefined
          ? { id: null, state: 'deleted' as const }
          : { id: match.matchId, state: match.state };
      }),
      seal: {
        state: isWhole ? state : 'broken',
        entry: entry?.index ?? null,
        listDigest: resultListDigest(search),
      },
    };
  }

  /** Whether the entry is really in the ledger, under a checkpoint that is signed. */
  async #isInLedger({ index, text }: SealedEntry): Promise<boolean> {
    const { size, path, root } = await this.#options.ledger.proof(index);
    return verifyInclusion(leafHashOfText(text), index, size, path.map(digestBytes), digestBytes(root));
  }
}

function whoseOf(by: Principal) {
  return { sites: citizenDataSites(by), ...(by.purpose && { caseId: by.purpose.caseId }) };
}

/** Whether the entry says of a search exactly what the row says now. */
function sealsThis({ text }: SealedEntry, search: StoredPictureSearch): boolean {
  const entry = LedgerEntry.parse(JSON.parse(text));
  return (
    entry.at === search.at &&
    entry.actor === search.byUser &&
    canonicalJson(entry.data) === canonicalJson(sealedFacts(search))
  );
}
