import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { digestOfBytes, digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { Instant, instantOf } from '@amaan/contracts/instant';
import type { CallFeedInput, CallReportBatch, NewCallFeed } from '@amaan/contracts/service/call-feed';
import {
  type CallSource,
  type CallsTaken,
  MOST_REFUSED_CALLS,
} from '@amaan/contracts/service/emergency-call';
import type { Database } from '@amaan/store/open-database';
import {
  getCallSource,
  insertCallSource,
  listCallSources,
  recordHeard,
  revokeCallSource,
  type StoredCallSource,
} from '@amaan/store/service/call-sources';
import { listSites } from '@amaan/store/sites';
import type { Principal } from '../../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { takeReports } from './call-intake.ts';
import { AHEAD_MS } from './read-call.ts';
import { readReports } from './read-reports.ts';
import { siteFinder } from './site-finder.ts';

/** Feeds of dispatch systems: each has a token of its own, and says what it knows of calls as they go on. */
export class CallFeedService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#db = options.db;
    this.#now = options.now;
  }

  /** Feeds and files that calls come from, those that may report of the reader's sites. */
  async list({ sites }: Pick<Principal, 'sites'>): Promise<CallSource[]> {
    const all = await listCallSources(this.#db);
    if (sites === 'all') return all;
    return all.filter(({ siteIds }) => siteIds === null || siteIds.some((id) => sites.includes(id)));
  }

  /**
   * Opens a feed. Its token is told once, and only its digest is kept.
   * @throws NotFoundError `SITE_NOT_FOUND`; ConflictError `CALL_SOURCE_EXISTS`
   */
  async create(input: CallFeedInput, by: Principal): Promise<NewCallFeed> {
    const known = new Set((await listSites(this.#db)).map(({ id }) => id));
    if (input.siteIds?.some((id) => !known.has(id))) throw new NotFoundError('site');
    const token = randomBytes(32).toString('base64url');
    const at = this.#now();
    const source: CallSource = {
      id: newIdentifier(),
      ...{ name: input.name, kind: 'feed', siteIds: input.siteIds, simulated: input.simulated },
      ...{ createdAt: instantOf(at), createdBy: by.name, revokedAt: null, heardAt: null, calls: 0 },
    };
    await changeInLedger(this.#db, async (tx) => {
      const tokenDigest = digestOfBytes(Buffer.from(token));
      if (!(await insertCallSource(tx, { ...source, tokenDigest })))
        throw new ConflictError('CALL_SOURCE_EXISTS', `There is a source “${input.name}” already.`);
      const entry = ledgerEntry({
        ...{ kind: 'call-feed.created', at, actor: `user:${by.id}`, subject: `call-source:${source.id}` },
        data: { name: input.name, sites: input.siteIds, simulated: input.simulated },
      });
      return { result: undefined, entries: [entry] };
    });
    return { source, token, path: `/api/calls/feeds/${source.id}/reports` };
  }

  /** Takes nothing of a feed any more. @throws NotFoundError `CALL_FEED_NOT_FOUND`, also when it was revoked before */
  async revoke(id: Identifier, reason: string, by: Principal): Promise<void> {
    const at = this.#now();
    await changeInLedger(this.#db, async (tx) => {
      if (!(await revokeCallSource(tx, id, instantOf(at)))) throw new NotFoundError('call feed');
      const entry = ledgerEntry({
        ...{ kind: 'call-feed.revoked', at, actor: `user:${by.id}`, subject: `call-source:${id}` },
        data: { reasonDigest: digestOfJson(reason) },
      });
      return { result: undefined, entries: [entry] };
    });
  }

  /**
   * Takes what a feed says.
   * @throws HttpError 401 `CALL_FEED_TOKEN_WRONG`: the same whether the feed, its token or its time is over
   */
  async report(
    id: Identifier,
    authorization: string | undefined,
    { sentAt, reports }: CallReportBatch,
  ): Promise<CallsTaken> {
    const source = await getCallSource(this.#db, { id });
    if (source === null || source.revokedAt !== null || !shows(authorization, source)) throw tokenWrong();
    const now = this.#now();
    const read = readReports(reports, {
      timeOf: (text) => (Instant.safeParse(text).success ? Date.parse(text) : withOffset(text)),
      siteOf: siteFinder(await listSites(this.#db)),
      siteIds: source.siteIds,
      defaultSite: source.siteIds?.length === 1 ? source.siteIds[0]! : null,
      priorities: new Map(),
      // A clock that is far ahead must not outdo what is said once it is set right.
      saidAt: Math.min(Date.parse(sentAt), now + AHEAD_MS),
      now,
    });
    const counts = await this.#db.transaction().execute(async (tx) => {
      const taken = await takeReports(tx, source, read.reports, now);
      const lagMs = Math.round(now - Date.parse(sentAt));
      await recordHeard(tx, id, { at: instantOf(now), reports: reports.length, added: taken.added, lagMs });
      return taken;
    });
    return {
      ...counts,
      refused: read.refused.slice(0, MOST_REFUSED_CALLS),
      refusedCount: read.refused.length,
      unread: [...read.unread],
    };
  }
}

/** ISO 8601 with an offset; a clock time without one could be anybody's. */
function withOffset(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

function shows(authorization: string | undefined, { tokenDigest }: StoredCallSource): boolean {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined || tokenDigest === null) return false;
  return timingSafeEqual(createHash('sha256').update(token).digest(), Buffer.from(tokenDigest, 'hex'));
}

function tokenWrong(): HttpError {
  return new HttpError(
    401,
    'CALL_FEED_TOKEN_WRONG',
    'There is no such feed, its token is another, or it was revoked; nothing was taken.',
  );
}
