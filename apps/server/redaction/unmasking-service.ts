import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import {
  ITEM_COUNTS_MINUTES,
  MOST_LIVE_MINUTES,
  UNMASKED_ITEM_MINUTES,
  UNMASKING_WAITS_HOURS,
  type Unmasking,
  type UnmaskingDecision,
  type UnmaskingInput,
  type UnmaskingQuery,
  type UnmaskingRevocation,
  type UnmaskingTerms,
} from '@amaan/contracts/redaction/unmasking';
import { personKey } from '@amaan/governance/four-eyes';
import { dueUnmaskingEnd, needsSecondPerson } from '@amaan/governance/redaction/unmasking-standing';
import { getCaseFile } from '@amaan/store/case-files';
import type { Database } from '@amaan/store/open-database';
import {
  approveUnmasking,
  getUnmasking,
  insertUnmasking,
  listOpenUnmaskings,
  listUnmaskings,
  lockUnmasking,
  type StoredUnmasking,
  usedMinutes,
} from '@amaan/store/redaction/unmaskings';
import { decide, decideAsPerson, type Principal } from '../access/decide.ts';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { mayWorkOn } from '../cases/may-work-on.ts';
import { DAY_MS } from '../daily-job.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { endInLedger } from './end-unmasking.ts';
import {
  isSameSubject,
  minutesOf,
  openForMs,
  placeOfSubject,
  type UnmaskSources,
} from './unmask-subjects.ts';
import type { UnmaskingChanges } from './unmasking-changes.ts';

export interface UnmaskingServiceOptions {
  readonly db: Database;
  readonly sources: UnmaskSources;
  readonly changes: UnmaskingChanges;
  /** Minutes within a day that somebody sees un-masked without a second person. */
  readonly aloneMinutes: number;
  readonly now: () => number;
}

/**
 * Who may see what un-masked, for which case and why. A little is in force at once; what goes beyond that within a day
 * waits for a second person. It is theirs alone and ends by itself.
 */
export class UnmaskingService {
  readonly #options: UnmaskingServiceOptions;

  constructor(options: UnmaskingServiceOptions) {
    this.#options = options;
  }

  /** Newest first: one's own, and for who decides those of their sites. */
  async list({ mine, ...query }: UnmaskingQuery, by: Principal): Promise<Unmasking[]> {
    const { db, now } = this.#options;
    const askedUser = mine === true || !mayDecide(by) ? by.id : null;
    const found = await listUnmaskings(db, { sites: by.sites, askedUser }, query, now());
    return found.map((stored) => viewOf(stored, by));
  }

  /** @throws NotFoundError `UNMASKING_NOT_FOUND` */
  async get(id: Identifier, by: Principal): Promise<Unmasking> {
    return viewOf(await this.#require(this.#options.db, id, by), by);
  }

  /** What somebody may see by themselves now. */
  async terms(by: Principal): Promise<UnmaskingTerms> {
    const { db, aloneMinutes, now } = this.#options;
    const person = personKey(by.person);
    const used =
      person === null
        ? aloneMinutes
        : await db.transaction().execute((tx) => usedMinutes(tx, person, instantOf(now() - DAY_MS)));
    return {
      aloneMinutes,
      usedMinutes: used,
      itemMinutes: UNMASKED_ITEM_MINUTES,
      itemCounts: ITEM_COUNTS_MINUTES,
      mostLiveMinutes: MOST_LIVE_MINUTES,
    };
  }

  /**
   * Asks to see something un-masked. It is in force at once, or waits for a second person where it would be more than one
   * person sees in a day.
   * @throws NotFoundError `CASE_NOT_FOUND` for who is no member, and where there is no such thing to them; HttpError 409
   *   `CASE_CLOSED`, `PURPOSE_OTHER_CASE`, `UNMASKING_THERE`, 422 `OTHER_SITE`, 403 `PERSON_UNKNOWN`
   */
  async ask(input: UnmaskingInput, by: Principal): Promise<Unmasking> {
    const { db, sources, changes, aloneMinutes, now } = this.#options;
    const { subject, reason, caseId } = input;
    const place = await placeOfSubject(db, sources, subject, by);
    const person = personKey(by.person);
    if (person === null)
      throw new HttpError(
        403,
        'PERSON_UNKNOWN',
        'Nobody knows who is behind this account, so nothing is un-masked for it. Ask an administrator.',
      );
    const id = newIdentifier();
    const at = now();
    await changeInLedger(db, async (tx) => {
      await this.#assertCase(tx, caseId, place.siteId, by);
      const used = await usedMinutes(tx, person, instantOf(at - DAY_MS));
      await this.#assertNew(tx, input, by);
      const minutes = minutesOf(subject);
      const waits = needsSecondPerson(used, minutes, aloneMinutes);
      const purposeId = by.purpose?.id ?? null;
      await insertUnmasking(tx, {
        ...{ id, caseId, subject, minutes, reason, purposeId, at: instantOf(at) },
        ...place,
        by: { userId: by.id, name: by.name, person, role: by.role },
        opens: waits
          ? { decideBy: instantOf(at + UNMASKING_WAITS_HOURS * 60 * 60_000) }
          : { until: instantOf(at + openForMs(subject)) },
      });
      const data = {
        ...{ caseId, purposeId, minutes, subject: { ...subject }, originalDigest: place.originalDigest },
        // The words may name people: the ledger holds their digest.
        reasonDigest: digestOfJson(reason),
      };
      const kind = waits ? 'unmasking.asked' : 'unmasking.begun';
      return { result: undefined, entries: [entryOf(kind, id, by, at, data)] };
    });
    changes.changed([]);
    return this.get(id, by);
  }

  /**
   * The word of a second person on what waits.
   * @throws NotFoundError `UNMASKING_NOT_FOUND`; HttpError 403 `FOUR_EYES`, 409 `UNMASKING_DECIDED`, `UNMASKING_ENDED`,
   *   `CASE_CLOSED`
   */
  async decide(id: Identifier, { decision, note }: UnmaskingDecision, by: Principal): Promise<Unmasking> {
    const { db, changes, now } = this.#options;
    const at = now();
    await changeInLedger(db, async (tx) => {
      await lockUnmasking(tx, id);
      const stored = await this.#require(tx, id, by);
      assertOpen(stored, at);
      if (stored.state !== 'waiting')
        throw new ConflictError(
          'UNMASKING_DECIDED',
          'Nothing waits for a decision here; nothing was changed.',
        );
      requireOtherPerson(by, [{ person: stored.askedPerson }]);
      const person = personKey(by.person) ?? '';
      const actor = { actor: `user:${by.id}`, name: by.name };
      if (decision === 'refused') {
        const end = { kind: 'refused', at, by: actor, words: note, refusedBy: person } as const;
        return { result: undefined, entries: [await endInLedger(tx, stored, end)] };
      }
      const until = instantOf(at + openForMs(stored.subject));
      await approveUnmasking(tx, id, { at: instantOf(at), until, by: { ...actor, person }, note });
      const { caseId, minutes } = stored;
      const data = { caseId, minutes, until, noteDigest: digestOfJson(note) };
      return { result: undefined, entries: [entryOf('unmasking.approved', id, by, at, data)] };
    });
    changes.changed([]);
    return this.get(id, by);
  }

  /**
   * Ends an un-masking at once, or takes back what was asked for: who asked, or who decides. What it opened stops.
   * @throws NotFoundError `UNMASKING_NOT_FOUND`; HttpError 409 `UNMASKING_ENDED`
   */
  async revoke(id: Identifier, { reason }: UnmaskingRevocation, by: Principal): Promise<Unmasking> {
    const { db, changes, now } = this.#options;
    await changeInLedger(db, async (tx) => {
      await lockUnmasking(tx, id);
      const stored = await this.#require(tx, id, by);
      if (stored.state === 'ended') throw ended();
      const actor = { actor: `user:${by.id}`, name: by.name };
      const entry = await endInLedger(tx, stored, { kind: 'revoked', at: now(), by: actor, words: reason });
      return { result: undefined, entries: [entry] };
    });
    changes.changed([id]);
    return this.get(id, by);
  }

  /** A member's open case of the site, which an investigator reads for. */
  async #assertCase(tx: Database, caseId: Identifier, siteId: Identifier, by: Principal): Promise<void> {
    const file = await getCaseFile(tx, caseId);
    if (file === null || !mayWorkOn(by, 'case.read', file)) throw new NotFoundError('case');
    if (file.closedAt !== null)
      throw new ConflictError('CASE_CLOSED', `${file.number} is closed; nothing is un-masked for it.`);
    if (by.purpose !== undefined && by.purpose.caseId !== caseId)
      throw new ConflictError(
        'PURPOSE_OTHER_CASE',
        'The stated purpose is for another case; state it for this one first. Nothing was asked for.',
      );
    if (file.siteId !== siteId)
      throw new HttpError(
        422,
        'OTHER_SITE',
        'This belongs to another site than the case; nothing was asked for.',
      );
  }

  /** One at a time of one thing: so that nothing is counted twice by mistake. */
  async #assertNew(tx: Database, { subject }: UnmaskingInput, by: Principal): Promise<void> {
    const open = await listOpenUnmaskings(tx, by.id, this.#options.now());
    if (open.some((one) => isSameSubject(one.subject, subject) && (one.live || one.state === 'waiting')))
      throw new ConflictError(
        'UNMASKING_THERE',
        'You have asked for this already: it is un-masked, or waits for a second person. Nothing was changed.',
      );
  }

  /** To whom it is not theirs, it does not exist: neither asked for by them, nor theirs to decide on. */
  async #require(db: Database, id: Identifier, by: Principal): Promise<StoredUnmasking> {
    const stored = await getUnmasking(db, id, by.sites, this.#options.now());
    if (stored === null || (stored.askedUser !== by.id && !mayDecide(by)))
      throw new NotFoundError('unmasking');
    return stored;
  }
}

/** Who decides sees all of their sites; whether they have just proven who they are does not matter for that. */
function mayDecide(by: Principal): boolean {
  return decide({ ...by, steppedUpAt: instantOf(Date.now()) }, 'unmask.approve').allowed;
}

function viewOf(stored: StoredUnmasking, by: Principal): Unmasking {
  const { askedUser, askedPerson, originalDigest: _, facts: __, ...plain } = stored;
  const decides = mayDecide(by);
  const mine = askedUser === by.id;
  return {
    ...plain,
    mine,
    may: {
      decide: stored.state === 'waiting' && decides && decideAsPerson(by.person, [askedPerson]).allowed,
      revoke: stored.state !== 'ended' && (mine || decides),
    },
  };
}

function assertOpen({ facts }: StoredUnmasking, at: number): void {
  const due = dueUnmaskingEnd(facts, at);
  if (due === 'case-closed')
    throw new ConflictError('CASE_CLOSED', 'The case is closed; nothing is un-masked for it.');
  if (facts.state === 'ended' || due !== null) throw ended();
}

function ended(): ConflictError {
  return new ConflictError(
    'UNMASKING_ENDED',
    'This has ended; nothing was changed. It can be asked for anew.',
  );
}

function entryOf(
  kind: string,
  id: Identifier,
  by: Principal,
  at: number,
  data: LedgerEntry['data'],
): LedgerEntry {
  return ledgerEntry({ kind, at, actor: `user:${by.id}`, subject: `unmasking:${id}`, data });
}
