import { randomBytes } from 'node:crypto';
import type { SiteScope } from '@amaan/contracts/api/me';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type {
  ChallanPage,
  ChallanQuery,
  ChallanSearchQuery,
} from '@amaan/contracts/violations/api-violation-cases';
import type { CancelCause, Challan, ChallanView } from '@amaan/contracts/violations/challan';
import { challanNumber, readChallanNumber } from '@amaan/contracts/violations/challan-number';
import type { Province } from '@amaan/contracts/violations/law';
import { cursorAfter } from '@amaan/store/alert-filter';
import type { Database } from '@amaan/store/open-database';
import {
  changeChallan,
  findChallanByNumber,
  getChallan,
  insertChallan,
  insertChallanEvent,
  listChallanEvents,
  listUnpaid,
  lockChallan,
  pageChallans,
  type StoredChallan,
} from '@amaan/store/violations/challans';
import type { StoredViolationCase } from '@amaan/store/violations/violation-cases';
import { type ChallanStep, ISSUED, nextStanding } from '@amaan/traffic-violations/challan/challan-machine';
import type { FoundLaw } from '@amaan/traffic-violations/law/find-law';
import { endOfLawDay, lawDayOf } from '@amaan/traffic-violations/law/law-day';
import { citizenDataSites, coversSite, type Principal } from '../../access/decide.ts';
import { asHttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { placeAfter } from '../place-after.ts';

export interface ChallanServiceOptions {
  readonly db: Database;
  readonly province: Province;
  readonly now: () => number;
  /** Called after a commit that changed challans. */
  readonly onChanged: () => void;
}

/** Who does something to a challan; null: no person does. */
export type ChallanActor = { readonly id: string; readonly name: string } | null;

export interface ChallanChange {
  readonly step: ChallanStep;
  readonly by: ChallanActor;
  /** Needed for `cancelled`; of `lapsed` it is `contest-lapsed`. */
  readonly cause?: CancelCause;
  readonly note?: string;
}

/** A change that was made, and the ledger entry that has to be written in the same transaction. */
export interface ChangedChallan {
  readonly challan: StoredChallan;
  readonly entry: LedgerEntry;
}

/** So many challans fall due at once, at the most. */
const DUE_BATCH = 500;
/** Two numbers of forty random bits meet once in a million million; a third attempt is never needed. */
const MOST_ATTEMPTS = 3;

/**
 * Fines that people confirmed. What may happen to one says the machine of `@amaan/traffic-violations`; everybody who
 * changes a challan does so here, with the ledger entry in the same transaction.
 */
export class ChallanService {
  readonly #options: ChallanServiceOptions;

  constructor(options: ChallanServiceOptions) {
    this.#options = options;
  }

  /**
   * Issues the challan of a case that was just confirmed, in the transaction that confirms it.
   * @param plate of the case
   */
  async issueIn(
    tx: Database,
    of: StoredViolationCase,
    { plate, found, by }: { readonly plate: string; readonly found: FoundLaw; readonly by: ChallanActor },
  ): Promise<ChangedChallan> {
    const { province } = this.#options;
    const at = this.#now();
    const { law, amount } = found;
    const challan: Omit<StoredChallan, 'number'> = {
      id: newIdentifier(),
      ...{ caseId: of.id, siteId: of.siteId, cameraId: of.cameraId, cameraName: of.cameraName },
      ...{ province, plate, kind: of.kind, state: ISSUED.state, occurredAt: of.occurredAt, issuedAt: at },
      ...{ law, amount, currency: 'PKR', softwareVersion: of.softwareVersion, cancelCause: null },
      payBy: endOfLawDay(at, law.payWithinDays),
      contestBy: endOfLawDay(at, law.contestWithinDays),
      simulated: of.simulated,
      moneyHeld: ISSUED.moneyHeld,
      wasContested: ISSUED.contested,
    };
    const issued = await insertWithNumber(tx, challan, province);
    await insertChallanEvent(tx, issued.id, {
      ...{ id: newIdentifier(), at, event: 'issued', from: null, to: 'issued', cause: null, note: '' },
      ...{ by: by?.id ?? null, byName: by?.name ?? null },
    });
    const entry = ledgerEntry({
      kind: 'challan.issued',
      at: this.#options.now(),
      actor: actorOf(by),
      subject: `challan:${issued.id}`,
      data: {
        ...{ caseId: of.id, kind: of.kind, province, amount, payBy: issued.payBy },
        ...{ contestBy: issued.contestBy, softwareVersion: of.softwareVersion, simulated: of.simulated },
        lawDigest: digestOfJson(law),
        // Whoever holds number and plate sees the evidence: the ledger has the digest alone.
        numberDigest: digestOfJson(issued.number),
      },
    });
    return { challan: issued, entry };
  }

  /**
   * Takes one step with a challan in the caller's transaction; the entry goes to the ledger in the same one.
   * @throws NotFoundError `CHALLAN_NOT_FOUND`; HttpError 409 `CHALLAN_STEP_REFUSED`
   */
  async changeIn(tx: Database, id: Identifier, change: ChallanChange): Promise<ChangedChallan> {
    const { step, by, note = '' } = change;
    const before = await lockChallan(tx, id);
    if (before === null) throw new NotFoundError('challan');
    const { state: from, moneyHeld, wasContested } = before;
    const next = stepOf({ state: from, moneyHeld, contested: wasContested }, step);
    const at = this.#now();
    const cause = causeOf(change);
    const challan: StoredChallan = {
      ...before,
      state: next.state,
      moneyHeld: next.moneyHeld,
      wasContested: next.contested,
      cancelCause: cause ?? before.cancelCause,
      // While it was frozen nobody had to pay: who contested in vain has the whole time again.
      payBy: next.state === 'upheld' ? endOfLawDay(at, before.law.payWithinDays) : before.payBy,
    };
    await changeChallan(tx, id, { ...challan, at });
    await insertChallanEvent(tx, id, {
      ...{ id: newIdentifier(), at, event: step, from, to: next.state, cause, note },
      ...{ by: by?.id ?? null, byName: by?.name ?? null },
    });
    const entry = ledgerEntry({
      kind: `challan.${step}`,
      at: this.#options.now(),
      actor: actorOf(by),
      subject: `challan:${id}`,
      data: {
        ...{ caseId: before.caseId, from, to: next.state, cause, simulated: before.simulated },
        ...(note !== '' && { noteDigest: digestOfJson(note) }),
      },
    });
    return { challan, entry };
  }

  /** One step in a transaction of its own. @throws as `changeIn` */
  async change(id: Identifier, change: ChallanChange): Promise<StoredChallan> {
    const challan = await changeInLedger(this.#options.db, async (tx) => {
      const { challan: result, entry } = await this.changeIn(tx, id, change);
      return { result, entries: [entry] };
    });
    this.#options.onChanged();
    return challan;
  }

  /** The challan of a number as somebody typed it; null: there is none. Who asks must have checked the plate too. */
  async findByNumber(text: string): Promise<StoredChallan | null> {
    const number = readChallanNumber(text);
    return number === null ? null : findChallanByNumber(this.#options.db, number);
  }

  /** @throws NotFoundError `CHALLAN_NOT_FOUND`, also when it belongs to a site that is not theirs */
  async view(id: Identifier, by: Principal): Promise<ChallanView> {
    const { db } = this.#options;
    const challan = await getChallan(db, id);
    if (challan === null || !coversSite(by.sites, challan.siteId)) throw new NotFoundError('challan');
    return { ...shown(challan), events: await listChallanEvents(db, id) };
  }

  /** Challans of somebody's sites, newest first. @throws HttpError 400 `CURSOR_INVALID` */
  async page({ number, ...query }: ChallanQuery, by: Principal): Promise<ChallanPage> {
    const meant = number === undefined ? undefined : readChallanNumber(number);
    if (meant === null) return { challans: [], nextCursor: null };
    return this.#page({ ...query, ...(meant !== undefined && { number: meant }) }, by.sites);
  }

  /**
   * The challans of one plate within the sites of the stated purpose; the search is in the ledger, the plate is not.
   * @throws HttpError 400 `CURSOR_INVALID`
   */
  async search(query: ChallanSearchQuery, by: Principal): Promise<ChallanPage> {
    const { db, now } = this.#options;
    const entry = ledgerEntry({
      kind: 'challan.searched',
      at: now(),
      actor: `user:${by.id}`,
      subject: `user:${by.id}`,
      data: by.purpose === undefined ? {} : { purposeId: by.purpose.id, caseId: by.purpose.caseId },
    });
    await changeInLedger(db, async () => ({ result: null, entries: [entry] }));
    return this.#page(query, citizenDataSites(by));
  }

  async #page(
    { cursor, ...asked }: ChallanQuery | ChallanSearchQuery,
    sites: SiteScope,
  ): Promise<ChallanPage> {
    const challans = await pageChallans(this.#options.db, { ...asked, sites, after: placeAfter(cursor) });
    const last = challans.at(-1);
    const isFull = challans.length === asked.limit && last !== undefined;
    return {
      challans: challans.map(shown),
      nextCursor: isFull ? cursorAfter(last.issuedAt, last.id) : null,
    };
  }

  /** Notes that the day of payment of challans is over. @returns how many */
  async fallDue(): Promise<number> {
    const { db, onChanged } = this.#options;
    const due = await listUnpaid(db, this.#now(), DUE_BATCH);
    for (const id of due)
      await changeInLedger(db, async (tx) => {
        // Paid or contested a moment ago: then there is nothing to note.
        const now = await lockChallan(tx, id);
        if (now === null || (now.state !== 'issued' && now.state !== 'upheld') || now.payBy >= this.#now())
          return { result: undefined, entries: [] };
        const { entry } = await this.changeIn(tx, id, { step: 'overdue', by: null });
        return { result: undefined, entries: [entry] };
      });
    if (due.length > 0) onChanged();
    return due.length;
  }

  #now(): Instant {
    return instantOf(this.#options.now());
  }
}

async function insertWithNumber(
  tx: Database,
  challan: Omit<StoredChallan, 'number'>,
  province: Province,
): Promise<StoredChallan> {
  const year = Number(lawDayOf(challan.issuedAt).slice(0, 4));
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const numbered = { ...challan, number: challanNumber(province, year, randomBytes(5)) };
    if (await insertChallan(tx, numbered)) return numbered;
  }
  throw new Error('No free number was found for a challan.');
}

function stepOf(...[standing, step]: Parameters<typeof nextStanding>) {
  try {
    return nextStanding(standing, step);
  } catch (error) {
    throw asHttpError(error, { CHALLAN_STEP_REFUSED: 409 });
  }
}

function causeOf({ step, cause }: ChallanChange): CancelCause | null {
  if (step === 'lapsed') return 'contest-lapsed';
  return step === 'cancelled' ? (cause ?? 'other') : null;
}

function actorOf(by: ChallanActor): string {
  return by === null ? 'system:server' : `user:${by.id}`;
}

/** What of it leaves the server. */
function shown({ moneyHeld: _, wasContested: __, ...challan }: StoredChallan): Challan {
  return challan;
}
