import type { FacesSearched } from '@amaan/contracts/faces/matches/faces-searched';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Denial, Observation } from '@amaan/contracts/observation';
import { faceRecognition } from '@amaan/face-recognition/system';
import { digestBytes } from '@amaan/store/digest-column';
import { getFaceAuthorisation, lockFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import { queueObjectRemoval } from '@amaan/store/faces/face-objects';
import {
  insertFaceMatch,
  isPossibleMatch,
  type PossibleMatch,
} from '@amaan/store/faces/matches/face-matches';
import { insertFacesSearched } from '@amaan/store/faces/matches/face-tally';
import { ListSizes } from '@amaan/store/faces/matches/match-target';
import type { Database } from '@amaan/store/open-database';
import { getPermit } from '@amaan/store/permits';
import { sql } from 'kysely';
import type { Refusal } from '../../ingest/refusal.ts';
import type { AlertFinder, FoundAlerts, ReportGate } from '../../ingest/store-reports.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { lightAt, readServiceZone } from './match-light.ts';
import { raisedEntry } from './raised-entry.ts';
import { readMatchContext } from './read-match-context.ts';
import { refusalOfMatch } from './refusal-of-match.ts';

const ACTOR = 'system:server';
const HOUR_MS = 60 * 60_000;

/** Lets possible matches into the database, or refuses them without a trace but the refusal; and counts what was searched. */
export class FaceMatchIntake implements AlertFinder, ReportGate {
  readonly #sizes = new ListSizes();

  async refusals(
    tx: Database,
    observations: readonly Observation[],
    now: number,
  ): Promise<ReadonlyMap<Identifier, Refusal>> {
    const matches = observations.filter(isPossibleMatch);
    const refusals = new Map<Identifier, Refusal>();
    if (matches.length === 0) return refusals;
    const known = await knownMatches(tx, matches);
    // All in the same order, so that two batches do not wait for each other.
    for (const id of [...new Set(matches.map(({ authorisationId }) => authorisationId))].sort())
      await lockFaceAuthorisation(tx, id);
    for (const match of matches) {
      if (known.has(match.id)) continue;
      const refusal = refusalOfMatch(match, await readMatchContext(tx, this.#sizes, match, now), now);
      if (refusal !== null) refusals.set(match.id, refusal);
    }
    return refusals;
  }

  /** Queues the pictures of refused matches. What something else names stays: the job that deletes them looks. */
  async forget(tx: Database, observations: readonly Observation[], now: number): Promise<void> {
    const pictures = observations
      .filter(isPossibleMatch)
      .flatMap(({ crop, picture }) => [crop.digest, picture.digest]);
    await queueObjectRemoval(tx, [...new Set(pictures)].map(digestBytes), instantOf(now));
  }

  /** Puts down the possible matches that were just stored. They wait for reviewers, and raise no alert of another kind. */
  async find(
    tx: Database,
    observations: readonly Observation[],
    { now }: Parameters<AlertFinder['find']>[2],
  ): Promise<FoundAlerts> {
    const matches = observations.filter(isPossibleMatch);
    if (matches.length === 0) return { alerts: [], entries: [] };
    const zone = await readServiceZone(tx);
    const entries: LedgerEntry[] = [];
    for (const match of matches) {
      const light = lightAt(Date.parse(match.capturedAt) - match.clockOffsetMs, zone);
      await insertFaceMatch(tx, match, { raisedAt: instantOf(now), light });
      entries.push(raisedEntry(match, now));
    }
    return { alerts: [], entries };
  }

  /** Counts searched faces. A number without a permit and an authorisation for its camera is refused, and on record. */
  async count(
    tx: Database,
    searched: readonly FacesSearched[],
    now: number,
  ): Promise<{ entries: LedgerEntry[]; denials: Denial[] }> {
    const entries: LedgerEntry[] = [];
    const denials: Denial[] = [];
    if (searched.length === 0) return { entries, denials };
    const zone = await readServiceZone(tx);
    for (const one of searched) {
      const place = await placeOf(tx, one, now);
      if ('code' in place) {
        denials.push(uncounted(one, place, now));
        continue;
      }
      const light = lightAt(Date.parse(one.hour), zone);
      if (await insertFacesSearched(tx, one, { ...place, light })) entries.push(counted(one, place, now));
    }
    return { entries, denials };
  }
}

async function knownMatches(tx: Database, matches: readonly PossibleMatch[]): Promise<Set<Identifier>> {
  const rows = await tx
    .selectFrom('face_match')
    .select('id')
    .where('id', '=', sql<Identifier>`any(${matches.map(({ id }) => id)}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

interface CountedPlace {
  readonly cameraId: Identifier;
  readonly siteId: Identifier;
  readonly watchlistId: Identifier;
  readonly simulated: boolean;
}

/** Where faces were searched, as the control plane knows it, or why they are not counted. */
async function placeOf(tx: Database, one: FacesSearched, now: number): Promise<CountedPlace | Refusal> {
  const permit = await getPermit(tx, one.permitId);
  if (permit === null || permit.claims.sub !== faceRecognition.id)
    return { code: 'PERMIT_UNKNOWN', reason: 'No permit of facial recognition was issued under that name.' };
  if (!permit.claims.cameras.includes(one.cameraId))
    return { code: 'PERMIT_CAMERA_NOT_COVERED', reason: 'Its permit does not cover this camera.' };
  const authorisation = await getFaceAuthorisation(tx, one.authorisationId, 'all', now);
  if (authorisation === null)
    return { code: 'FACE_AUTHORISATION_UNKNOWN', reason: 'Faces were searched without an authorisation.' };
  const { facts, watchlistId } = authorisation;
  if (!(facts.cameraIds ?? []).includes(one.cameraId))
    return {
      code: 'FACE_CAMERA_NOT_AUTHORISED',
      reason: 'Faces were searched on a camera that the authorisation does not cover.',
    };
  const hour = Date.parse(one.hour);
  const end = Date.parse(authorisation.endedAt ?? facts.to);
  if (hour + HOUR_MS <= Date.parse(facts.from) || hour >= end || hour > now)
    return {
      code: 'FACE_TIME_NOT_AUTHORISED',
      reason: 'Faces were searched at a time that the authorisation does not cover.',
    };
  const camera = await tx
    .selectFrom('camera')
    .select(['site_id as siteId', 'simulated'])
    .where('id', '=', one.cameraId)
    .executeTakeFirst();
  if (camera === undefined) return { code: 'CAMERA_UNKNOWN', reason: 'There is no such camera.' };
  return { cameraId: one.cameraId, watchlistId, ...camera };
}

function counted(one: FacesSearched, { watchlistId, simulated }: CountedPlace, now: number): LedgerEntry {
  const { authorisationId, cameraId, hour, faces, permitId } = one;
  return ledgerEntry({
    kind: 'face.searched',
    at: now,
    actor: ACTOR,
    subject: `face-authorisation:${authorisationId}`,
    data: { cameraId, watchlistId, hour, faces, permitId, simulated },
  });
}

function uncounted(
  { id, cameraId, permitId }: FacesSearched,
  { code, reason }: Refusal,
  now: number,
): Denial {
  return {
    ...{ id, cameraId, permitId, code, reason },
    system: faceRecognition.id,
    at: instantOf(now),
    modelDigest: null,
  };
}
