import type { SiteScope } from '@amaan/contracts/api/me';
import type { Digest } from '@amaan/contracts/digest';
import type {
  FaceMatchAnswer,
  FaceMatchLight,
  FaceMatchState,
} from '@amaan/contracts/faces/matches/face-match';
import { SearchedMatch } from '@amaan/contracts/faces/matches/searched-match';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type Observation, PossibleFaceMatch } from '@amaan/contracts/observation';
import { type InferResult, type RawBuilder, sql } from 'kysely';
import { digestBytes } from '../../digest-column.ts';
import { observationFields } from '../../observations.ts';
import type { Database } from '../../open-database.ts';
import { withinSites } from '../../within-sites.ts';
import { insertFaceProduct } from '../face-products.ts';
import { countRaisedMatch } from './face-tally.ts';
import { insertSearchedObservation } from './searched-observations.ts';

export type PossibleMatch = Extract<Observation, { kind: 'face-match-possible' }>;

export function isPossibleMatch(observation: Observation): observation is PossibleMatch {
  return observation.kind === 'face-match-possible';
}

/** What somebody said of a match, and who that is as four eyes compare people. */
export interface StoredMatchAnswer extends FaceMatchAnswer {
  readonly role: 'review' | 'ruling';
  readonly person: string;
}

/** A possible match with everything that is known of it. */
export interface StoredFaceMatch {
  readonly observation: PossibleMatch | SearchedMatch;
  readonly state: FaceMatchState;
  /** Null: a search after the event found it. */
  readonly cameraName: string | null;
  /** That search, and where its picture was taken as far as is known. */
  readonly search: { readonly id: Identifier; readonly place: string } | null;
  readonly caseId: Identifier;
  readonly caseNumber: string;
  readonly light: FaceMatchLight;
  readonly raisedAt: Instant;
  readonly decidedAt: Instant | null;
  /** Who asked for the authorisation. */
  readonly askedPerson: string;
  /** Whether the enrolled picture can still be looked at. */
  readonly enrolledPicture: boolean;
  /** Reviews in the order in which they came, and a ruling. */
  readonly answers: readonly StoredMatchAnswer[];
}

/**
 * Puts down a match with the products that take it along when they are deleted. The observation of one on a camera was
 * stored before.
 * @param raised `search`: the search after the event that found it, and the salt of its place in the sealed list
 */
export async function insertFaceMatch(
  tx: Database,
  observation: PossibleMatch | SearchedMatch,
  raised: {
    readonly raisedAt: Instant;
    readonly light: FaceMatchLight;
    readonly search?: { readonly id: Identifier; readonly salt: Digest };
  },
): Promise<void> {
  const { raisedAt, light, search } = raised;
  const { authorisationId, watchlistId, siteId, cameraId, simulated } = observation;
  const product = { authorisationId, at: raisedAt };
  const crop = { ...product, kind: 'crop' } as const;
  const hitId = await insertFaceProduct(tx, { ...product, kind: 'hit', objectDigest: null });
  await tx
    .insertInto('face_match')
    .values({
      id: observation.id,
      product_id: hitId,
      crop_product_id: await insertFaceProduct(tx, { ...crop, objectDigest: observation.crop.digest }),
      picture_product_id: await insertFaceProduct(tx, { ...crop, objectDigest: observation.picture.digest }),
      authorisation_id: authorisationId,
      watchlist_id: watchlistId,
      entry_id: observation.entryId,
      picture_id: observation.pictureId,
      site_id: siteId,
      camera_id: cameraId,
      captured_at: observation.capturedAt,
      raised_at: raisedAt,
      simulated,
      light,
      state: 'possible',
      ...(search !== undefined && { search_id: search.id, salt: digestBytes(search.salt) }),
    })
    .execute();
  if (observation.cameraId === null) await insertSearchedObservation(tx, observation);
  await countRaisedMatch(tx, { raisedAt, cameraId, siteId, watchlistId, light, simulated });
}

/** Which matches. What is left out does not restrict. */
export interface FaceMatchFilter {
  readonly sites: SiteScope;
  readonly states?: readonly FaceMatchState[];
  readonly caseId?: Identifier;
  readonly cameraId?: Identifier;
  readonly simulated?: boolean;
  /** Only what waits for this person: as one of two reviewers, or as the supervisor of a dispute too. */
  readonly waitingFor?: { readonly person: string; readonly mayRule: boolean };
  readonly after?: Identifier;
  readonly limit: number;
}

/** Matches, the newest first. */
export async function listFaceMatches(db: Database, filter: FaceMatchFilter): Promise<StoredFaceMatch[]> {
  const { sites, states, caseId, cameraId, simulated, waitingFor, after, limit } = filter;
  let query = selectMatches(db).where(withinSites('face_match.site_id', sites));
  if (states !== undefined)
    query = query.where('face_match.state', '=', sql<FaceMatchState>`any(${[...states]}::text[])`);
  if (caseId !== undefined) query = query.where('authorisation.case_id', '=', caseId);
  if (cameraId !== undefined) query = query.where('face_match.camera_id', '=', cameraId);
  if (simulated !== undefined) query = query.where('face_match.simulated', '=', simulated);
  if (waitingFor !== undefined) query = query.where(waitsFor(waitingFor));
  if (after !== undefined) query = query.where('face_match.id', '<', after);
  const rows = await query.orderBy('face_match.id', 'desc').limit(limit).execute();
  return rows.map(matchOf);
}

/** One match of somebody's sites, or null. */
export async function getFaceMatch(
  db: Database,
  id: Identifier,
  sites: SiteScope = 'all',
): Promise<StoredFaceMatch | null> {
  const row = await selectMatches(db)
    .where('face_match.id', '=', id)
    .where(withinSites('face_match.site_id', sites))
    .executeTakeFirst();
  return row === undefined ? null : matchOf(row);
}

/** Holds back everybody else who answers on a match, until the transaction ends. @returns whether it is there */
export async function lockFaceMatch(tx: Database, id: Identifier): Promise<boolean> {
  const row = await tx
    .selectFrom('face_match')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes an answer. Nobody answers twice, and there is one ruling at most: the database holds both. */
export async function insertMatchAnswer(
  tx: Database,
  matchId: Identifier,
  { id, role, answer, note, at, by, byName, person }: StoredMatchAnswer,
): Promise<void> {
  await tx
    .insertInto('face_match_answer')
    .values({
      ...{ id, role, answer, note, at },
      match_id: matchId,
      by_user: by,
      by_name: byName,
      by_person: person,
    })
    .execute();
}

/** Writes where a match stands now. */
export async function setMatchState(
  tx: Database,
  id: Identifier,
  state: FaceMatchState,
  at: Instant,
): Promise<void> {
  const isDecided = state === 'confirmed' || state === 'rejected';
  await tx
    .updateTable('face_match')
    .set({ state, decided_at: isDecided ? at : null })
    .where('id', '=', id)
    .execute();
}

/** The asker's own matches, and what somebody answered already, do not wait for them. */
function waitsFor({
  person,
  mayRule,
}: {
  readonly person: string;
  readonly mayRule: boolean;
}): RawBuilder<boolean> {
  return sql<boolean>`face_match.state = any(${mayRule ? ['possible', 'disputed'] : ['possible']}::text[])
    AND ${spelt(sql`authorisation.asked_person`)} <> ${person}
    AND NOT EXISTS (SELECT FROM face_match_answer said
      WHERE said.match_id = face_match.id AND said.by_person = ${person})`;
}

/** As `personKey` spells people. */
function spelt(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`lower(regexp_replace(btrim(normalize(${column}, NFKC)), '\\s+', ' ', 'g'))`;
}

interface AnswerRow {
  readonly id: Identifier;
  readonly role: 'review' | 'ruling';
  readonly answer: FaceMatchAnswer['answer'];
  readonly note: string;
  readonly at_ms: number;
  readonly by_user: string;
  readonly by_name: string;
  readonly by_person: string;
}

function selectMatches(db: Database) {
  return db
    .selectFrom('face_match')
    .innerJoin('face_match_observation as observation', (join) =>
      join
        .onRef('observation.captured_at', '=', 'face_match.captured_at')
        .onRef('observation.id', '=', 'face_match.id'),
    )
    .innerJoin('face_authorisation as authorisation', 'authorisation.id', 'face_match.authorisation_id')
    .innerJoin('case_file', 'case_file.id', 'authorisation.case_id')
    .leftJoin('camera', 'camera.id', 'face_match.camera_id')
    .leftJoin('face_search as search', 'search.id', 'face_match.search_id')
    .selectAll('observation')
    .select(['face_match.state', 'face_match.light', 'face_match.raised_at', 'face_match.decided_at'])
    .select(['authorisation.asked_person', 'authorisation.case_id', 'case_file.ordinal'])
    .select(['camera.name as camera_name', 'search.id as search_id', 'search.place as search_place'])
    .select(
      sql<boolean>`EXISTS (SELECT FROM watchlist_picture WHERE watchlist_picture.id = face_match.picture_id)`.as(
        'enrolled',
      ),
    )
    .select(
      sql<AnswerRow[]>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', id, 'role', role, 'answer', answer, 'note', note,
          'at_ms', round(extract(epoch FROM at) * 1000), 'by_user', by_user, 'by_name', by_name,
          'by_person', by_person) ORDER BY at, id)
        FROM face_match_answer WHERE face_match_answer.match_id = face_match.id
      ), '[]')`.as('answers'),
    );
}

function matchOf(row: InferResult<ReturnType<typeof selectMatches>>[number]): StoredFaceMatch {
  return {
    observation: (row.camera_id === null ? SearchedMatch : PossibleFaceMatch).parse(observationFields(row)),
    state: row.state,
    cameraName: row.camera_name,
    search:
      row.search_id === null || row.search_place === null
        ? null
        : { id: row.search_id, place: row.search_place },
    caseId: row.case_id,
    caseNumber: `CASE-${String(row.ordinal).padStart(4, '0')}`,
    light: row.light,
    raisedAt: row.raised_at,
    decidedAt: row.decided_at,
    askedPerson: row.asked_person,
    enrolledPicture: row.enrolled,
    answers: row.answers.map(({ at_ms, by_user, by_name, by_person, ...said }) => ({
      ...said,
      at: new Date(at_ms).toISOString(),
      by: by_user,
      byName: by_name,
      person: by_person,
    })),
  };
}
