import { digestOfJson } from '@amaan/contracts/digest-of';
import {
  type FaceAuthorisation,
  type FaceAuthorisationDecision,
  type FaceAuthorisationInput,
  type FaceAuthorisationQuery,
  type FaceAuthorisationRevocation,
  URGENT_HOURS,
} from '@amaan/contracts/faces/face-authorisation';
import type { LiveFaceAuthorisation } from '@amaan/contracts/faces/live-authorisation';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { faceRecognition } from '@amaan/face-recognition/system';
import { outranks } from '@amaan/governance/faces/outranks';
import {
  approveFaceAuthorisation,
  getFaceAuthorisation,
  insertFaceAuthorisation,
  listFaceAuthorisations,
  listLiveFaceAuthorisations,
  lockFaceAuthorisation,
  plainAuthorisation,
  type StoredFaceAuthorisation,
} from '@amaan/store/faces/face-authorisations';
import { lockWatchlist } from '@amaan/store/faces/watchlists';
import type { Database } from '@amaan/store/open-database';
import { coversSite, decide, type Principal } from '../access/decide.ts';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { assertAskable, assertMemberOfCase, assertStillAskable } from './assert-askable.ts';
import { endAuthorisation } from './end-authorisation.ts';
import { type FaceChanges, faceAuthor } from './face-changes.ts';

export interface AuthorisationServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly changes: FaceChanges;
}

/**
 * Who may search for faces, for which case, where and how long. Nobody approves what they ask for, and only a higher
 * role does; what is urgent runs at once and dies by itself.
 */
export class AuthorisationService {
  readonly #options: AuthorisationServiceOptions;

  constructor(options: AuthorisationServiceOptions) {
    this.#options = options;
  }

  /** Newest first: of one's cases, or of one's sites for who approves. */
  async list(query: FaceAuthorisationQuery, by: Principal): Promise<FaceAuthorisation[]> {
    const { db, now } = this.#options;
    const of = { sites: by.sites, member: seesAll(by) ? null : by.id };
    return (await listFaceAuthorisations(db, of, query, now())).map(plainAuthorisation);
  }

  /** @throws NotFoundError `FACE_AUTHORISATION_NOT_FOUND` */
  async get(id: Identifier, by: Principal): Promise<FaceAuthorisation> {
    return plainAuthorisation(await this.#require(this.#options.db, id, by));
  }

  /**
   * What opens a search at this moment: on one camera, in pictures after the event (`null`), or at all.
   * @param cameraId left out: everything
   */
  live(cameraId?: Identifier | null): Promise<LiveFaceAuthorisation[]> {
    const { db, now } = this.#options;
    return listLiveFaceAuthorisations(db, now(), cameraId === undefined ? undefined : { cameraId });
  }

  /** The same, of somebody's sites. */
  async liveFor(cameraId: Identifier | null | undefined, by: Principal): Promise<LiveFaceAuthorisation[]> {
    return (await this.live(cameraId)).filter(({ siteId }) => coversSite(by.sites, siteId));
  }

  /**
   * Asks for an authorisation, which then waits for a second person. An urgent one is in force at once, until a
   * second person decides or a day is over.
   * @throws NotFoundError, HttpError as `assertAskable`
   */
  async ask(
    asked: FaceAuthorisationInput,
    by: Principal,
    { urgent = false }: { readonly urgent?: boolean } = {},
  ): Promise<FaceAuthorisation> {
    const { db, now, changes } = this.#options;
    const { falseMatchesPerSearch = faceRecognition.thresholds.falseMatchesPerSearch } = asked;
    const input = { ...asked, falseMatchesPerSearch };
    const id = newIdentifier();
    const at = now();
    const approveBy = urgent ? instantOf(at + URGENT_HOURS * 60 * 60_000) : null;
    await changeInLedger(db, async (tx) => {
      const { siteId } = await assertAskable(tx, input, by, at);
      await insertFaceAuthorisation(tx, {
        id,
        siteId,
        input,
        at: instantOf(at),
        by: faceAuthor(by),
        approveBy,
      });
      const kind = urgent ? 'face-authorisation.asked-urgently' : 'face-authorisation.asked';
      const { caseId, watchlistId, scope, from, to } = input;
      const data = {
        ...{ caseId, watchlistId, from, to, falseMatchesPerSearch, approveBy },
        about: input.kind,
        cameras: scope.kind === 'cameras' ? scope.cameraIds.length : 0,
        // The words may name people: the ledger holds their digest.
        digest: digestOfJson({ id, ...input }),
        legalBasisDigest: digestOfJson(input.legalBasis),
      };
      return { result: undefined, entries: [this.#entry(kind, id, by, at, data)] };
    });
    if (urgent) await changes.changed([]);
    else changes.shown();
    return this.get(id, by);
  }

  /**
   * The word of a second person of a higher role, on what waits or on what is in force urgently.
   * @throws NotFoundError `FACE_AUTHORISATION_NOT_FOUND`; HttpError 403 `FOUR_EYES`, `HIGHER_ROLE_REQUIRED`, 409
   *   `AUTHORISATION_ENDED`, `AUTHORISATION_DECIDED`, or as `assertStillAskable` where it is approved
   */
  async decide(
    id: Identifier,
    { decision, note }: FaceAuthorisationDecision,
    by: Principal,
  ): Promise<FaceAuthorisation> {
    const { db, now, changes } = this.#options;
    const at = now();
    const ended = await changeInLedger(db, async (tx) => {
      // The list before the authorisation, as whoever destroys a list does.
      await lockWatchlist(tx, (await this.#require(tx, id, by)).watchlistId);
      await lockFaceAuthorisation(tx, id);
      const stored = await this.#require(tx, id, by);
      assertOpen(stored);
      if (stored.approved)
        throw new ConflictError('AUTHORISATION_DECIDED', 'It is approved already; nothing was changed.');
      requireOtherPerson(by, [{ person: stored.askedPerson }]);
      if (!outranks(by.role, stored.askedRole))
        throw new HttpError(
          403,
          'HIGHER_ROLE_REQUIRED',
          'Somebody of a higher role than the person who asked decides on this; nothing was changed.',
        );
      if (decision === 'refused') {
        const end = { kind: 'refused', at, by: faceAuthor(by), reason: note, isDecision: true } as const;
        return { result: [id], entries: await endAuthorisation(tx, stored, end) };
      }
      await assertStillAskable(tx, stored, at);
      await approveFaceAuthorisation(tx, id, { note, at: instantOf(at), by: faceAuthor(by) });
      const { watchlistId, urgent } = stored;
      const data = { watchlistId, urgent, noteDigest: digestOfJson(note) };
      return { result: [], entries: [this.#entry('face-authorisation.approved', id, by, at, data)] };
    });
    await changes.changed(ended);
    return this.get(id, by);
  }

  /**
   * Ends an authorisation at once: who asked for it, or who may approve.
   * @throws NotFoundError `FACE_AUTHORISATION_NOT_FOUND`; HttpError 409 `AUTHORISATION_ENDED`
   */
  async revoke(
    id: Identifier,
    { reason }: FaceAuthorisationRevocation,
    by: Principal,
  ): Promise<FaceAuthorisation> {
    const { db, now, changes } = this.#options;
    await changeInLedger(db, async (tx) => {
      await lockFaceAuthorisation(tx, id);
      const stored = await this.#require(tx, id, by);
      assertOpen(stored);
      const end = { kind: 'revoked', at: now(), by: faceAuthor(by), reason } as const;
      return { result: undefined, entries: await endAuthorisation(tx, stored, end) };
    });
    await changes.changed([id]);
    return this.get(id, by);
  }

  /** To whom it is not theirs, it does not exist: neither of their cases, nor theirs to decide on. */
  async #require(db: Database, id: Identifier, by: Principal): Promise<StoredFaceAuthorisation> {
    const stored = await getFaceAuthorisation(db, id, by.sites, this.#options.now());
    if (stored === null) throw new NotFoundError('face authorisation');
    if (!seesAll(by))
      await assertMemberOfCase(db, stored.caseId, by).catch(() => {
        throw new NotFoundError('face authorisation');
      });
    return stored;
  }

  #entry(kind: string, id: Identifier, by: Principal, at: number, data: LedgerEntry['data']): LedgerEntry {
    return ledgerEntry({ kind, at, actor: `user:${by.id}`, subject: `face-authorisation:${id}`, data });
  }
}

/** Who may approve sees all of their sites; whether they have just proven who they are does not matter for that. */
function seesAll(by: Principal): boolean {
  const proven = { ...by, steppedUpAt: instantOf(Date.now()) };
  return decide(proven, 'face-authorisation.approve').allowed;
}

function assertOpen({ state, end }: StoredFaceAuthorisation): void {
  if (state === 'ended')
    throw new ConflictError(
      'AUTHORISATION_ENDED',
      `The authorisation has ended (${end}); nothing was changed.`,
    );
}
