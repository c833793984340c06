import type { SiteScope } from '@amaan/contracts/api/me';
import type {
  FaceAuthorisation,
  FaceAuthorisationEnd,
  FaceAuthorisationInput,
  FaceAuthorisationState,
} from '@amaan/contracts/faces/face-authorisation';
import type { LiveFaceAuthorisation } from '@amaan/contracts/faces/live-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import {
  type AuthorisationFacts,
  coversCamera,
  endOf,
  isLive,
} from '@amaan/governance/faces/authorisation-standing';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';
import type { FaceAuthor } from './watchlists.ts';

export interface NewFaceAuthorisation {
  readonly id: Identifier;
  readonly siteId: Identifier;
  readonly input: FaceAuthorisationInput & { readonly falseMatchesPerSearch: number };
  readonly at: Instant;
  readonly by: FaceAuthor & { readonly role: string };
  /** In force at once until then; null: it waits for a second person. */
  readonly approveBy: Instant | null;
}

/** An authorisation, and what four eyes and its end need of it. */
export interface StoredFaceAuthorisation extends FaceAuthorisation {
  readonly askedPerson: string;
  readonly askedRole: string;
  /** Whether a second person ever approved it. */
  readonly approved: boolean;
  readonly facts: AuthorisationFacts;
}

/** Puts down what somebody asks for. */
export async function insertFaceAuthorisation(tx: Database, asked: NewFaceAuthorisation): Promise<void> {
  const { id, siteId, input, at, by, approveBy } = asked;
  await tx
    .insertInto('face_authorisation')
    .values({
      id,
      case_id: input.caseId,
      site_id: siteId,
      watchlist_id: input.watchlistId,
      kind: input.kind,
      about: input.about,
      legal_basis: input.legalBasis,
      reason: input.reason,
      camera_ids: input.scope.kind === 'cameras' ? [...new Set(input.scope.cameraIds)] : null,
      from_at: input.from,
      to_at: input.to,
      false_matches: input.falseMatchesPerSearch,
      urgent: approveBy !== null,
      state: approveBy === null ? 'waiting' : 'in-force',
      asked_at: at,
      asked_by: by.actor,
      asked_by_name: by.name,
      asked_person: by.person,
      asked_role: by.role,
      approve_by: approveBy,
      approved: false,
    })
    .execute();
}

/** Records the approval of a second person: it is in force, and an urgent one has no end of its own any more. */
export async function approveFaceAuthorisation(
  tx: Database,
  id: Identifier,
  word: { readonly note: string; readonly at: Instant; readonly by: FaceAuthor },
): Promise<void> {
  await tx
    .updateTable('face_authorisation')
    .set({
      state: 'in-force',
      approved: true,
      approve_by: null,
      decided_at: word.at,
      decided_by: word.by.actor,
      decided_by_name: word.by.name,
      decision_note: word.note,
    })
    .where('id', '=', id)
    .execute();
}

/** Ends an authorisation for good. @param decision the word of the second person who refused it */
export async function endFaceAuthorisation(
  tx: Database,
  id: Identifier,
  end: {
    readonly kind: FaceAuthorisationEnd;
    readonly at: Instant;
    readonly by: Pick<FaceAuthor, 'actor' | 'name'>;
    readonly decisionNote?: string;
  },
): Promise<void> {
  const { kind, at, by, decisionNote } = end;
  await tx
    .updateTable('face_authorisation')
    .set({
      state: 'ended',
      ended_at: at,
      ended_by: by.actor,
      ended_by_name: by.name,
      end_kind: kind,
      ...(decisionNote !== undefined && {
        decided_at: at,
        decided_by: by.actor,
        decided_by_name: by.name,
        decision_note: decisionNote,
      }),
    })
    .where('id', '=', id)
    .execute();
}

/** One authorisation, or null: also when it is of a site that is not theirs. */
export async function getFaceAuthorisation(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  now: number,
): Promise<StoredFaceAuthorisation | null> {
  const row = await selectAuthorisations(db)
    .where('authorisation.id', '=', id)
    .where(withinSites('authorisation.site_id', sites))
    .executeTakeFirst();
  return row === undefined ? null : authorisationOf(row, now);
}

/** Holds back everybody else who decides on an authorisation or works under it, until the transaction ends. */
export async function lockFaceAuthorisation(tx: Database, id: Identifier): Promise<void> {
  await tx.selectFrom('face_authorisation').select('id').where('id', '=', id).forUpdate().execute();
}

/**
 * A page of authorisations, newest first.
 * @param member only those of cases that this user is a member of; null: of all cases
 */
export async function listFaceAuthorisations(
  db: Database,
  of: { readonly sites: SiteScope; readonly member: string | null },
  query: {
    readonly state?: FaceAuthorisationState | undefined;
    readonly caseId?: Identifier | undefined;
    readonly after?: Identifier | undefined;
    readonly limit: number;
  },
  now: number,
): Promise<StoredFaceAuthorisation[]> {
  const { state, caseId, after, limit } = query;
  let asked = selectAuthorisations(db).where(withinSites('authorisation.site_id', of.sites));
  if (of.member !== null)
    asked = asked.where(
      sql<boolean>`EXISTS (SELECT FROM case_member member
        WHERE member.case_id = authorisation.case_id AND member.user_id = ${of.member})`,
    );
  if (state !== undefined) asked = asked.where('authorisation.state', '=', state);
  if (caseId !== undefined) asked = asked.where('authorisation.case_id', '=', caseId);
  if (after !== undefined) asked = asked.where('authorisation.id', '<', after);
  const rows = await asked.orderBy('authorisation.id', 'desc').limit(limit).execute();
  return rows.map((row) => authorisationOf(row, now));
}

/** Those that are not ended yet, of one list or of all. */
export async function listOpenFaceAuthorisations(
  db: Database,
  watchlistId: Identifier | null,
  now: number,
): Promise<StoredFaceAuthorisation[]> {
  let asked = selectAuthorisations(db).where('authorisation.state', '<>', 'ended');
  if (watchlistId !== null) asked = asked.where('authorisation.watchlist_id', '=', watchlistId);
  const rows = await asked.orderBy('authorisation.id').execute();
  return rows.map((row) => authorisationOf(row, now));
}

/**
 * What opens searches at a moment. A list whose key is destroyed opens none.
 * @param of one camera, or null for pictures after the event; left out: all
 */
export async function listLiveFaceAuthorisations(
  db: Database,
  now: number,
  of?: { readonly cameraId: Identifier | null },
): Promise<LiveFaceAuthorisation[]> {
  const rows = await selectAuthorisations(db)
    .where('authorisation.state', '=', 'in-force')
    .where('watchlist.key_destroyed_at', 'is', null)
    .orderBy('authorisation.id')
    .execute();
  return rows
    .map((row) => authorisationOf(row, now))
    .filter(({ facts }) => (of === undefined ? isLive(facts, now) : coversCamera(facts, of.cameraId, now)))
    .map(({ id, caseId, siteId, watchlistId, falseMatchesPerSearch, facts }) => ({
      id,
      caseId,
      siteId,
      watchlistId,
      falseMatchesPerSearch,
      cameraIds: facts.cameraIds === null ? null : [...facts.cameraIds],
      until: instantOf(endOf(facts)),
    }));
}

/** The authorisation as people see it. */
export function plainAuthorisation(stored: StoredFaceAuthorisation): FaceAuthorisation {
  const { askedPerson: _, askedRole: __, approved: ___, facts: ____, ...rest } = stored;
  return rest;
}

function selectAuthorisations(db: Database) {
  return db
    .selectFrom('face_authorisation as authorisation')
    .innerJoin('case_file', 'case_file.id', 'authorisation.case_id')
    .innerJoin('watchlist', 'watchlist.id', 'authorisation.watchlist_id')
    .selectAll('authorisation')
    .select([
      'case_file.ordinal',
      'case_file.closed_at as case_closed_at',
      sql<string | null>`watchlist.body ->> 'name'`.as('watchlist_name'),
      sql<string>`to_char(watchlist.expires_on, 'YYYY-MM-DD')`.as('watchlist_ends'),
    ]);
}

function authorisationOf(
  row: InferResult<ReturnType<typeof selectAuthorisations>>[number],
  now: number,
): StoredFaceAuthorisation {
  const facts: AuthorisationFacts = {
    state: row.state,
    from: row.from_at,
    to: row.to_at,
    approveBy: row.approve_by,
    cameraIds: row.camera_ids,
    caseClosedAt: row.case_closed_at,
    watchlistEndsAt: `${row.watchlist_ends}T00:00:00.000Z`,
  };
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: `CASE-${String(row.ordinal).padStart(4, '0')}`,
    siteId: row.site_id,
    watchlistId: row.watchlist_id,
    watchlistName: row.watchlist_name,
    kind: row.kind,
    about: row.about,
    legalBasis: row.legal_basis,
    reason: row.reason,
    scope:
      row.camera_ids === null
        ? { kind: 'after-the-event' }
        : { kind: 'cameras', cameraIds: [...row.camera_ids] },
    from: row.from_at,
    to: row.to_at,
    falseMatchesPerSearch: row.false_matches,
    urgent: row.urgent,
    state: row.state,
    live: isLive(facts, now),
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    approveBy: row.approve_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by_name,
    decisionNote: row.decision_note,
    endedAt: row.ended_at,
    endedBy: row.ended_by_name,
    end: row.end_kind,
    askedPerson: row.asked_person,
    askedRole: row.asked_role,
    approved: row.approved,
    facts,
  };
}
