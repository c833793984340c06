import type { Camera } from '@amaan/contracts/camera';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type {
  CameraEnforcement,
  EnforcedCamera,
  EnforcedSignal,
  EnforcementDraft,
  EnforcementPlanChange,
  EnforcementPreview,
  EvidenceGapQuery,
  EvidenceGapSum,
} from '@amaan/contracts/violations/api-enforcement';
import type { EnforcementPlan, EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import { listCameras } from '@amaan/store/cameras';
import {
  getEnforcementPlan,
  listPlanHistory,
  listPlansInForce,
  retireEnforcementPlan,
  saveEnforcementPlan,
} from '@amaan/store/enforcement/enforcement-plans';
import { sumEvidenceGaps } from '@amaan/store/enforcement/evidence-gaps';
import { listSpeedSections } from '@amaan/store/enforcement/speed-sections';
import type { Database } from '@amaan/store/open-database';
import { listJunctions, type StoredJunction } from '@amaan/store/signals/junctions';
import { readSuspensionsInForce, standingOf } from '@amaan/store/suspensions';
import { getTrafficView } from '@amaan/store/traffic/traffic-views';
import { trafficViolations } from '@amaan/traffic-violations/system';
import type { Principal } from '../access/decide.ts';
import { requireCamera } from '../cameras/require-camera.ts';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { RefusalOf } from '../traffic/traffic-standing.ts';
import { checkPlan, type PlanSurroundings } from './check-plan.ts';
import { draftPlan } from './draft-plan.ts';
import type { EnforcementGate } from './enforcement-gate.ts';
import type { PhaseBoard } from './phase-board.ts';

export interface EnforcementServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly refusalOf: RefusalOf;
  readonly gate: EnforcementGate;
  readonly phases: Pick<PhaseBoard, 'phasesOf'>;
  /** The clock of the worker that looks at a camera; null: not proven. */
  readonly clockOf: (cameraId: Identifier) => ClockProof | null;
  /** Called after every committed change, so that workers, the process of signal control and consoles follow. */
  readonly onChanged: () => void;
}

/** What is enforced on cameras. Every change of a plan is a version and in the ledger. */
export class EnforcementService {
  readonly #options: EnforcementServiceOptions;

  constructor(options: EnforcementServiceOptions) {
    this.#options = options;
  }

  /** Cameras of somebody's sites with a plan in force. */
  async list(by: Principal): Promise<EnforcedCamera[]> {
    const { db } = this.#options;
    const cameras = new Map((await listCameras(db, { sites: by.sites })).map((one) => [one.id, one]));
    const plans = (await listPlansInForce(db)).filter(({ plan }) => cameras.has(plan.cameraId));
    const stopped = await this.#stoppedOf(plans.map(({ plan }) => cameras.get(plan.cameraId)!));
    return plans
      .map(({ plan, isCurrent }) => {
        const { siteId, name: cameraName } = cameras.get(plan.cameraId)!;
        return {
          ...{ cameraId: plan.cameraId, cameraName, siteId, planId: plan.id, version: plan.version },
          ...{ name: plan.name, kinds: [...new Set(plan.rules.map(({ kind }) => kind))] },
          stopped: isCurrent ? (stopped.get(plan.cameraId) ?? null) : LANES_CHANGED,
        };
      })
      .toSorted((a, b) => a.cameraName.localeCompare(b.cameraName));
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND` */
  async get(cameraId: Identifier, by: Principal): Promise<CameraEnforcement> {
    const { db, clockOf } = this.#options;
    const camera = await requireCamera(db, cameraId, by);
    const plan = await getEnforcementPlan(db, cameraId);
    const around = await this.#around(db, camera);
    const problems = plan === null ? [] : checkPlan(plan, around);
    const isCurrent = !problems.some(({ code }) => code === 'PLAN_LANES_CHANGED' || code === 'PLAN_NO_LANES');
    const stopped = (await this.#stoppedOf([camera])).get(cameraId) ?? null;
    return {
      ...{ cameraId, plan, view: around.view, problems },
      history: await listPlanHistory(db, cameraId),
      signals: plan === null ? [] : this.#signalsOf(plan, around.junctions),
      clock: clockOf(cameraId),
      stopped: plan === null ? null : isCurrent ? stopped : LANES_CHANGED,
    };
  }

  /** What is wrong with a plan, looked at and not saved. @throws NotFoundError `CAMERA_NOT_FOUND` */
  async preview(
    cameraId: Identifier,
    plan: EnforcementPlanInput,
    by: Principal,
  ): Promise<EnforcementPreview> {
    const { db } = this.#options;
    return { problems: checkPlan(plan, await this.#around(db, await requireCamera(db, cameraId, by))) };
  }

  /**
   * A plan that follows from the camera's lanes, not saved.
   * @throws NotFoundError `CAMERA_NOT_FOUND`; HttpError 409 `PLAN_NO_LANES`
   */
  async draft(cameraId: Identifier, by: Principal): Promise<EnforcementDraft> {
    const { db } = this.#options;
    const around = await this.#around(db, await requireCamera(db, cameraId, by));
    if (around.view === null)
      throw new HttpError(409, 'PLAN_NO_LANES', 'No lanes are drawn on this camera; draw them first.');
    const plan = draftPlan(around.view, around.junctions);
    return { plan, problems: checkPlan(plan, around) };
  }

  /**
   * Makes the next version of a camera's plan.
   * @throws NotFoundError `CAMERA_NOT_FOUND`; HttpError 409 `ENFORCEMENT_PLAN_CHANGED`, 422 with the code of the first
   *   problem that keeps it from being saved
   */
  async save(
    cameraId: Identifier,
    { plan, seen, note }: EnforcementPlanChange,
    by: Principal,
  ): Promise<EnforcementPlan> {
    return this.#change(cameraId, by, async (tx, at, camera) => {
      const [problem] = checkPlan(plan, await this.#around(tx, camera)).filter(
        ({ severity }) => severity === 'error',
      );
      if (problem !== undefined)
        throw new HttpError(422, problem.code, `${problem.message} Nothing was saved.`);
      const who = { id: by.id, name: by.name };
      const saved = await saveEnforcementPlan(tx, { cameraId, plan, note, at, by: who }, seen);
      return { plan: saved, kind: 'enforcement-plan.saved' };
    });
  }

  /** Takes the plan off a camera; cases that came from it stay. @throws as `save` */
  async remove(cameraId: Identifier, seen: number, by: Principal): Promise<void> {
    await this.#change(cameraId, by, async (tx, at) => {
      const removed = await retireEnforcementPlan(tx, cameraId, seen, at);
      if (removed === null) throw new NotFoundError('enforcement plan');
      return { plan: removed, kind: 'enforcement-plan.removed' };
    });
  }

  /** How often something was not reported for want of evidence. @throws NotFoundError `CAMERA_NOT_FOUND` */
  async gaps({ from, to, cameraId }: EvidenceGapQuery, by: Principal): Promise<EvidenceGapSum[]> {
    const { db } = this.#options;
    if (cameraId !== undefined) await requireCamera(db, cameraId, by);
    const seen = by.sites === 'all' ? null : (await listCameras(db, { sites: by.sites })).map(({ id }) => id);
    return sumEvidenceGaps(db, { cameras: cameraId === undefined ? seen : [cameraId], from, to });
  }

  async #change(
    cameraId: Identifier,
    by: Principal,
    change: (
      tx: Database,
      at: Instant,
      camera: Camera,
    ) => Promise<{ plan: EnforcementPlan; kind: 'enforcement-plan.saved' | 'enforcement-plan.removed' }>,
  ): Promise<EnforcementPlan> {
    const { db, now, onChanged } = this.#options;
    const at = now();
    const plan = await changeInLedger(db, async (tx) => {
      const camera = await requireCamera(tx, cameraId, by);
      const { plan: changed, kind } = await change(tx, instantOf(at), camera);
      const { id, version, rules } = changed;
      const entry = ledgerEntry({
        ...{ kind, at, actor: `user:${by.id}`, subject: `enforcement-plan:${id}` },
        data: {
          cameraId,
          version,
          rules: rules.length,
          view: changed.view,
          planDigest: digestOfJson(changed),
        },
      });
      return { result: changed, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { ENFORCEMENT_PLAN_CHANGED: 409 });
    });
    onChanged();
    return plan;
  }

  async #around(
    db: Database,
    camera: Camera,
  ): Promise<PlanSurroundings & { view: PlanSurroundings['view'] }> {
    const [stored, junctions, sections] = await Promise.all([
      getTrafficView(db, camera.id),
      listJunctions(db, [camera.siteId], instantOf(this.#options.now())),
      listSpeedSections(db),
    ]);
    return {
      ...{ camera, junctions, view: stored?.view ?? null, moved: stored?.drift?.verdict === 'moved' },
      sections: new Set(sections.map(({ section }) => section.id)),
    };
  }

  /** Why nothing is enforced on these cameras now, whatever their plans say. */
  async #stoppedOf(cameras: readonly Camera[]): Promise<Map<Identifier, string>> {
    const { db, refusalOf, gate } = this.#options;
    const { id: system, name } = trafficViolations;
    const refusal = refusalOf(system);
    const { groupSuspensions } = standingOf(await readSuspensionsInForce(db, system), system);
    const suspended = new Map(groupSuspensions.map(({ cameraGroupId, reason }) => [cameraGroupId, reason]));
    const stopped = await gate.stopped(db);
    return new Map(
      cameras.flatMap(({ id, groupId }) => {
        const group = suspended.get(groupId);
        const why =
          refusal ??
          (group === undefined ? null : `${name} is suspended on this group of cameras: ${group}`) ??
          stopped.get(id) ??
          null;
        return why === null ? [] : [[id, why] as const];
      }),
    );
  }

  #signalsOf({ rules }: EnforcementPlan, junctions: readonly StoredJunction[]): EnforcedSignal[] {
    const named = rules.flatMap((rule) =>
      'signal' in rule && rule.signal.from === 'controller' ? [rule.signal] : [],
    );
    const each = new Map(named.map((signal) => [`${signal.junctionId} ${signal.group}`, signal]));
    return [...each.values()].map(({ junctionId, group }) => {
      const phases = this.#options.phases.phasesOf(junctionId);
      const light = phases?.lights.find((one) => one.group === group);
      return {
        ...{ junctionId, group, source: phases?.source ?? null, clock: phases?.clock ?? null },
        junctionName: junctions.find(({ id }) => id === junctionId)?.name ?? '',
        light: light?.light ?? 'unknown',
        since: light?.since ?? null,
      };
    });
  }
}

const LANES_CHANGED =
  'The lanes of this camera were changed after the plan was drawn: nothing is enforced until somebody has looked at it anew.';
