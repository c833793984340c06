import type { Identifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import type { Database } from '@amaan/store/open-database';
import { getPermit, readCameraRevocations } from '@amaan/store/permits';
import { sceneRuleKey } from '@amaan/store/scene-rules';
import { KnownPlans, namedPlans } from '../enforcement/known-plans.ts';
import { KnownViews } from '../traffic/known-views.ts';
import { type ObservationContext, passageRefusal, type Refusal } from './refusal.ts';

/** Permits whose claims are kept: of each AI system the present one and a few before. */
const PERMITS_KEPT = 64;

/** Looks up what observations name, with a few queries for a whole batch. */
export class IngestContextReader {
  /** Claims never change and may be a megabyte, so they are not read for every batch. */
  readonly #claims = new Map<Identifier, PermitClaims>();
  readonly #views: Pick<KnownViews, 'read'>;
  readonly #plans = new KnownPlans();

  constructor(views: Pick<KnownViews, 'read'> = new KnownViews()) {
    this.#views = views;
  }

  /** @returns a function that gives one observation's context */
  async read(
    db: Database,
    observations: readonly Observation[],
  ): Promise<(observation: Observation) => ObservationContext> {
    const permitIds = unique(observations.map(({ permitId }) => permitId));
    const cameraIds = unique(observations.map(({ cameraId }) => cameraId));
    const permits = await this.#permits(db, permitIds);
    const revocations = await readCameraRevocations(db, permitIds, cameraIds);
    const cameras = await readCameras(db, cameraIds);
    const rules = await readRules(
      db,
      unique(observations.flatMap((observation) => ('rule' in observation ? [observation.rule.id] : []))),
    );
    const viewOf = await this.#views.read(db, observations);
    const planOf = await this.#plans.read(db, namedPlans(observations));
    return (observation) => ({
      view: viewOf(observation),
      plan: observation.kind === 'violation-suspected' ? planOf(observation.enforcement) : undefined,
      permit: permits.get(observation.permitId),
      cameraRevokedAt: revocations.get(`${observation.permitId} ${observation.cameraId}`) ?? null,
      camera: cameras.get(observation.cameraId),
      rule: 'rule' in observation ? rules.get(sceneRuleKey(observation.rule)) : undefined,
    });
  }

  /** @returns a function that says why a passage must not be taken, or null */
  async passageRefusals(
    db: Database,
    passages: readonly SectionPassage[],
    now: number,
  ): Promise<(passage: SectionPassage) => Refusal | null> {
    if (passages.length === 0) return () => null;
    const permitIds = unique(passages.map(({ permitId }) => permitId));
    const cameraIds = unique(passages.map(({ cameraId }) => cameraId));
    const permits = await this.#permits(db, permitIds);
    const revocations = await readCameraRevocations(db, permitIds, cameraIds);
    const cameras = await readCameras(db, cameraIds);
    const viewOf = await this.#views.read(db, passages);
    const planOf = await this.#plans.read(
      db,
      passages.map(({ enforcement }) => enforcement),
    );
    return (passage) => {
      const { permitId, cameraId } = passage;
      const context: ObservationContext = {
        ...{ view: viewOf(passage), plan: planOf(passage.enforcement), rule: undefined },
        ...{ permit: permits.get(permitId), camera: cameras.get(cameraId) },
        cameraRevokedAt: revocations.get(`${permitId} ${cameraId}`) ?? null,
      };
      return passageRefusal(passage, context, now);
    };
  }

  async #permits(db: Database, ids: Identifier[]): Promise<Map<Identifier, ObservationContext['permit']>> {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom('permit')
      .select(['id', 'revoked_at as revokedAt'])
      .where('id', 'in', ids)
      .execute();
    const permits = new Map<Identifier, ObservationContext['permit']>();
    for (const { id, revokedAt } of rows) {
      const claims = this.#claims.get(id) ?? (await getPermit(db, id))?.claims;
      if (claims === undefined) continue;
      this.#claims.set(id, claims);
      permits.set(id, { claims, revokedAt });
    }
    for (const id of this.#claims.keys()) {
      if (this.#claims.size <= PERMITS_KEPT) break;
      this.#claims.delete(id);
    }
    return permits;
  }
}

/** Cameras that exist or existed: what they saw may arrive after they were removed. */
async function readCameras(
  db: Database,
  ids: Identifier[],
): Promise<Map<Identifier, ObservationContext['camera']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('camera')
    .select(['id', 'site_id as siteId', 'group_id as groupId', 'simulated'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...camera }) => [id, camera]));
}

/** Every version of the rules, by `ID:VERSION`. */
async function readRules(db: Database, ids: Identifier[]): Promise<Map<string, ObservationContext['rule']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('scene_rule')
    .select(['rule_id as id', 'version', 'camera_id as cameraId', 'body'])
    .where('rule_id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, version, cameraId, body }) => [
      sceneRuleKey({ id, version }),
      { cameraId, rule: { ...body, id, version } },
    ]),
  );
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
