import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LiveQuery } from '@amaan/contracts/plates/live-reads';
import type { PlateCorrectionInput, Sighting } from '@amaan/contracts/plates/sighting';
import { listEvidenceItems } from '@amaan/store/evidence-items';
import { insertGroundTruth } from '@amaan/store/ground-truth';
import type { Database } from '@amaan/store/open-database';
import { insertCorrection } from '@amaan/store/plates/plate-corrections';
import { searchedBeyondCase } from '@amaan/store/plates/plate-searches';
import { findAnySighting, namedByAlert } from '@amaan/store/plates/sighting-lookups';
import { findSightings } from '@amaan/store/plates/sightings';
import { citizenDataSites, coversSite, type Principal } from '../access/decide.ts';
import type { FoundEvidence } from '../alerts/evidence-service.ts';
import { NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { correctionAsTruth } from './correction-as-truth.ts';

export interface SightingServiceOptions {
  readonly db: Database;
  readonly now: () => number;
}

/** Live reads are those of the last quarter of an hour: older ones are found by searching, for a case. */
export const LIVE_MS = 15 * 60_000;

export interface SightingKey {
  readonly id: Identifier;
  readonly capturedAt: Instant;
}

/** Single sightings: live reads, one sighting with its pictures, and what people correct. */
export class SightingService {
  readonly #options: SightingServiceOptions;

  constructor(options: SightingServiceOptions) {
    this.#options = options;
  }

  /** The reads of the last quarter of an hour at somebody's sites, newest first, whatever their plates. */
  live(query: LiveQuery, by: Principal): Promise<Sighting[]> {
    const { db, now } = this.#options;
    const { siteId, cameraId, class: vehicleClass, colour, leastConfidence, limit } = query;
    const mine = citizenDataSites(by);
    const sites = siteId === undefined ? mine : coversSite(mine, siteId) ? [siteId] : [];
    return findSightings(db, {
      ...{ from: instantOf(now() - LIVE_MS), to: instantOf(now() + LIVE_MS), sites, limit },
      ...(query.after !== undefined && { to: query.after }),
      ...(cameraId !== undefined && { cameras: [cameraId] }),
      ...(vehicleClass !== undefined && { class: vehicleClass }),
      ...(colour !== undefined && { colour }),
      ...(leastConfidence !== undefined && { leastConfidence }),
    });
  }

  /**
   * One sighting. Operators see those that are live or that an alert is about; others for their case.
   * @throws NotFoundError `SIGHTING_NOT_FOUND`, also when it is not theirs to see
   */
  async get(key: SightingKey, by: Principal): Promise<Sighting> {
    const { db, now } = this.#options;
    const sighting = await findAnySighting(db, key);
    if (sighting === null || !(await this.#covers(by, sighting.siteId))) throw new NotFoundError('sighting');
    const live = Date.parse(sighting.capturedAt) >= now() - LIVE_MS;
    if (by.purpose === undefined && !live && !(await namedByAlert(db, key.id)))
      throw new NotFoundError('sighting');
    return sighting;
  }

  /** The site of the case; with a search of more sites on record for this purpose, those that are theirs. */
  async #covers(by: Principal, siteId: Identifier): Promise<boolean> {
    if (coversSite(citizenDataSites(by), siteId)) return true;
    if (by.purpose === undefined || !coversSite(by.sites, siteId)) return false;
    return searchedBeyondCase(this.#options.db, by.purpose.id);
  }

  /** A picture of a sighting. @throws NotFoundError `SIGHTING_NOT_FOUND`, `PICTURE_NOT_FOUND` */
  async evidence(key: SightingKey, kind: 'plate-crop' | 'picture', by: Principal): Promise<FoundEvidence> {
    const { id, siteId, cameraId } = await this.get(key, by);
    const item = (await listEvidenceItems(this.#options.db, id)).find((one) => one.kind === kind);
    if (item === undefined) throw new NotFoundError('picture');
    return { item, place: { siteId, cameraId } };
  }

  /**
   * Keeps what a person says that a plate reads beside what was read, and counts the reading as judged.
   * @throws NotFoundError `SIGHTING_NOT_FOUND`
   */
  async correct(key: SightingKey, { plate, note }: PlateCorrectionInput, by: Principal): Promise<Sighting> {
    const { db, now } = this.#options;
    const sighting = await this.get(key, by);
    const at = now();
    const original = sighting.reading.text;
    await changeInLedger(db, async (tx) => {
      const correctionId = await insertCorrection(tx, {
        ...{ observationId: key.id, capturedAt: key.capturedAt, original, plate, note, at: instantOf(at) },
        ...{ byUser: by.id, byName: by.name },
      });
      const { set, items } = await correctionAsTruth(tx, { sighting, plate, at, by });
      if (items.length > 0) await insertGroundTruth(tx, set, items);
      const entry = ledgerEntry({
        kind: 'plate.corrected',
        at,
        actor: `user:${by.id}`,
        subject: `observation:${key.id}`,
        // Both readings, as digests: plates are not in the ledger.
        data: {
          correctionId,
          originalDigest: digestOfJson(original),
          correctedDigest: digestOfJson(plate),
          wrong: plate !== original,
        },
      });
      return { result: undefined, entries: [entry] };
    });
    return this.get(key, by);
  }
}
