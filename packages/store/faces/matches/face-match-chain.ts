import type { Identifier } from '@amaan/contracts/identifier';
import { FaceMatchFacts } from '@amaan/governance/explain/face-match-facts';
import { type RawBuilder, sql } from 'kysely';
import {
  chainLedger,
  chainPart,
  chainSources,
  framePart,
  instant,
  ledgerArray,
  originPart,
} from '../../chain-parts.ts';
import type { Database } from '../../open-database.ts';

const IS_DECIDED = sql`match.state IN ('confirmed', 'rejected')`;

/** When somebody did something, who, and their name then. */
const deed = (at: string, by: string, name: string) =>
  sql`'at', ${instant(at)}, 'by', ${sql.ref(by)}, 'byName', ${sql.ref(name)}`;

/** When it was searched, as the ledger writes instants: see `searchedAt` of governance. */
const SEARCHED = sql`to_char((CASE WHEN match.camera_id IS NULL THEN match.raised_at
    ELSE match.captured_at - observation.clock_offset_ms * interval '1 millisecond' END)
  AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const AUTHORISATION = sql`jsonb_build_object(
        'id', authorisation.id, 'caseId', authorisation.case_id,
        'caseNumber', 'CASE-' || lpad(case_file.ordinal::text, 4, '0'),
        'watchlistId', authorisation.watchlist_id, 'kind', authorisation.kind, 'about', authorisation.about,
        'legalBasis', authorisation.legal_basis, 'reason', authorisation.reason,
        'scope', CASE WHEN authorisation.camera_ids IS NULL THEN '{"kind":"after-the-event"}'::jsonb
          ELSE jsonb_build_object('kind', 'cameras', 'cameraIds', authorisation.camera_ids) END,
        'from', ${instant('authorisation.from_at')}, 'to', ${instant('authorisation.to_at')},
        'falseMatchesPerSearch', authorisation.false_matches, 'urgent', authorisation.urgent,
        'approveBy', ${instant('authorisation.approve_by')}, 'caseClosedAt', ${instant('case_file.closed_at')},
        'asked', jsonb_build_object(${deed(
          'authorisation.asked_at',
          'authorisation.asked_by',
          'authorisation.asked_by_name',
        )}),
        'approved', CASE WHEN authorisation.approved THEN jsonb_build_object('note', authorisation.decision_note,
          ${deed('authorisation.decided_at', 'authorisation.decided_by', 'authorisation.decided_by_name')}) END,
        'ended', CASE WHEN authorisation.ended_at IS NOT NULL THEN jsonb_build_object(
          'how', authorisation.end_kind,
          ${deed('authorisation.ended_at', 'authorisation.ended_by', 'authorisation.ended_by_name')}) END)`;

const LIST = sql`jsonb_build_object(
        'id', watchlist.id, 'body', watchlist.body || jsonb_build_object('siteId', watchlist.site_id),
        'endsAt', to_char(watchlist.expires_on, 'YYYY-MM-DD"T00:00:00.000Z"'),
        'destroyedAt', ${instant('watchlist.key_destroyed_at')},
        'entryId', match.entry_id, 'pictureId', match.picture_id,
        'isThere', EXISTS (SELECT FROM watchlist_picture AS picture WHERE picture.id = match.picture_id))`;

/** Only of a decided match: before, nobody is told whether anybody has answered. */
const ANSWERS = sql`CASE WHEN ${IS_DECIDED} THEN (
        SELECT jsonb_agg(jsonb_build_object(
          'id', said.id, 'role', said.role, 'answer', said.answer, 'note', said.note,
          'at', ${instant('said.at')}, 'by', said.by_user, 'byName', said.by_name) ORDER BY said.at, said.id)
        FROM face_match_answer AS said WHERE said.match_id = match.id) END`;

const entriesOf = (condition: RawBuilder<unknown>) =>
  sql`SELECT index, entry, leaf_hash FROM ledger_entry WHERE ${condition}`;

/** The newest entry of a list of some kinds that a condition holds for. */
const newestOfList = (condition: RawBuilder<unknown>) =>
  sql`(${entriesOf(sql`subject = 'watchlist:' || match.watchlist_id AND ${condition}`)}
          ORDER BY index DESC LIMIT 1)`;

const LEDGER = sql`${chainLedger}
          UNION
          ${entriesOf(sql`subject = 'face-match:' || match.id AND (kind = 'face.match-raised'
            OR kind IN ('face.match-decided', 'face.match-confirmed') AND ${IS_DECIDED}
              AND entry::jsonb #>> '{data,state}' IS DISTINCT FROM 'disputed')`)}
          UNION
          -- Answers stand under no match: the entry of the decision names them by their digests.
          ${entriesOf(sql`subject = 'face-match-answers' AND ${IS_DECIDED} AND EXISTS (
            SELECT FROM ledger_entry AS decided,
              jsonb_array_elements(decided.entry::jsonb #> '{data,answers}') AS said
            WHERE decided.subject = 'face-match:' || match.id AND decided.kind = 'face.match-decided'
              AND decided.index > ledger_entry.index
              AND strpos(ledger_entry.entry, said ->> 'answerDigest') > 0)`)}
          UNION
          ${entriesOf(sql`subject = 'face-authorisation:' || match.authorisation_id
            AND kind LIKE 'face-authorisation.%'`)}
          UNION
          ${newestOfList(sql`kind IN ('watchlist.created', 'watchlist.changed')`)}
          UNION
          ${newestOfList(
            sql`kind = 'watchlist.picture-enrolled' AND strpos(entry, match.picture_id::text) > 0`,
          )}
          UNION
          ${newestOfList(sql`kind = 'watchlist.reviewed' AND ledger_entry.at <= ${SEARCHED}`)}`;

/**
 * Why a possible match of faces was raised and what became of it, with one query: what every chain has, the list with
 * the review that covered the picture, the authorisation, and once it is decided the answers.
 *
 * @returns null when there is no such match, also when it was deleted
 */
export async function getFaceMatchFacts(db: Database, id: Identifier): Promise<FaceMatchFacts | null> {
  const { rows } = await sql<{ facts: unknown }>`
    SELECT told.facts || jsonb_build_object('names', coalesce((
      SELECT jsonb_object_agg('user:' || "user".id, "user".name) FROM "user"
      WHERE 'user:' || "user".id IN (
        SELECT (entry ->> 'text')::jsonb ->> 'actor' FROM jsonb_array_elements(told.facts -> 'ledger') AS entry)
    ), '{}')) AS facts
    FROM (SELECT jsonb_build_object(
      'id', match.id,
      'about', jsonb_build_object(${originPart},
        'siteId', match.site_id, 'cameraId', match.camera_id, 'state', match.state,
        'raisedAt', ${instant('match.raised_at')}),
      'frame', jsonb_build_object(${framePart}, 'evidence', '[]'::jsonb),
      ${chainPart},
      'authorisation', ${AUTHORISATION},
      'list', ${LIST},
      'answers', ${ANSWERS},
      'ledger', ${ledgerArray(LEDGER)}
    ) AS facts
    FROM face_match AS match
    JOIN face_match_observation AS observation
      ON observation.captured_at = match.captured_at AND observation.id = match.id
    LEFT JOIN camera ON camera.id = match.camera_id
    JOIN face_authorisation AS authorisation ON authorisation.id = match.authorisation_id
    JOIN case_file ON case_file.id = authorisation.case_id
    JOIN watchlist ON watchlist.id = match.watchlist_id
    ${chainSources}
    WHERE match.id = ${id}) AS told`.execute(db);
  return rows[0] === undefined ? null : FaceMatchFacts.parse(rows[0].facts);
}
