import type { Bus, BusMessage } from '@amaan/bus/bus';
import { inProcessBus } from '@amaan/bus/in-process-bus';
import type { AiSystem } from '@amaan/contracts/ai-system';
import type { CameraStatus } from '@amaan/contracts/camera';
import { CLOCK_SUBJECT } from '@amaan/contracts/control-clock';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Denial, Observation } from '@amaan/contracts/observation';
import {
  type AssignedCamera,
  type Assignment,
  Heartbeat,
  type Revocation,
  SUBJECTS,
  WorkerReport,
} from '@amaan/contracts/worker-messages';
import { type IssuedPermit, issuePermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { smartVision } from '@amaan/smart-vision/system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';

/**
 * The control plane as a worker knows it, on a bus of its own: it assigns what the test says and keeps what
 * the worker reports. What does not keep to the contracts makes it fail.
 */
export class TestControlPlane implements AsyncDisposable {
  readonly bus: Bus = inProcessBus();
  readonly observations: Observation[] = [];
  readonly evidence: EvidenceItem[] = [];
  readonly denials: Denial[] = [];
  readonly heartbeats: Heartbeat[] = [];
  /** What the worker is answered; a test may put anything here. */
  answer: () => unknown = () => this.assignment;
  readonly #model: InstalledModel;
  #key: PermitSigningKey;
  #assigned: Omit<Assignment, 'serverTime'> = {
    cameras: [],
    permits: [],
    permitKeys: [],
    revokedPermits: [],
    revokedCameras: [],
  };

  private constructor(model: InstalledModel, key: PermitSigningKey) {
    this.#model = model;
    this.#key = key;
    this.bus.respond(CLOCK_SUBJECT, async () => ({ time: instantOf(Date.now()) }));
    this.bus.respond(SUBJECTS.assignment, async () => this.answer());
    this.bus.listen(SUBJECTS.heartbeat, (payload) => this.heartbeats.push(Heartbeat.parse(payload)));
    this.bus.consume(SUBJECTS.reports, async (messages) => this.#take(messages));
  }

  static async create(model: InstalledModel): Promise<TestControlPlane> {
    return new TestControlPlane(model, await generatePermitKey('deployment:test'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bus[Symbol.asyncDispose]();
  }

  get assignment(): Assignment {
    return { serverTime: instantOf(Date.now()), ...this.#assigned };
  }

  /** What the worker last said of a camera, or undefined. */
  statusOf(cameraId: Identifier): CameraStatus | undefined {
    return this.heartbeats.at(-1)?.cameras.find((status) => status.cameraId === cameraId);
  }

  /** Changes the assignment and tells the worker. */
  assign(change: Partial<Assignment>): void {
    this.#assigned = { ...this.#assigned, ...change };
    this.bus.announce(SUBJECTS.assignmentChanged, null);
  }

  /**
   * Issues a permit for cameras as the server does; `assign` its `permits`.
   * @param of for which system, with which models; left out: Smart Vision with the one that the worker runs
   */
  async issue(
    cameras: readonly AssignedCamera[],
    seconds = 600,
    of: { readonly system: AiSystem; readonly models: readonly InstalledModel[] } = {
      system: smartVision,
      models: [this.#model],
    },
  ): Promise<IssuedPermit & Pick<Assignment, 'permits' | 'permitKeys'>> {
    const now = new Date();
    const { system } = of;
    const models = of.models.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
    const permit = await issuePermit({
      system,
      standing: approvedStanding(system, models, now),
      models,
      cameras: cameras.map(({ id }) => id),
      key: this.#key,
      now,
      seconds,
    });
    return {
      ...permit,
      permits: [{ system: system.id, token: permit.token }],
      permitKeys: [{ ...this.#key.publicJwk }],
    };
  }

  /** From now on permits are signed with another key. */
  async changeKey(): Promise<void> {
    this.#key = await generatePermitKey('deployment:test');
  }

  /** Takes a permit back, as a suspension does: the worker is told, and its assignment has none any more. */
  revoke(permitId: Identifier): void {
    const revocation: Revocation = {
      permitId,
      cameras: null,
      system: smartVision.id,
      reason: 'for a test',
      at: instantOf(Date.now()),
    };
    const { revokedPermits } = this.#assigned;
    this.#assigned = { ...this.#assigned, permits: [], revokedPermits: [...revokedPermits, permitId] };
    this.bus.announce(SUBJECTS.revocation, revocation);
  }

  #take(messages: readonly BusMessage[]): void {
    for (const { payload } of messages) {
      const report = WorkerReport.parse(payload);
      if (report.type === 'observation') this.observations.push(report.observation);
      if (report.type === 'evidence') this.evidence.push(report.item);
      if (report.type === 'denial') this.denials.push(report.denial);
    }
  }
}

/** A camera to assign. */
export function assignedCamera(url: string, camera: Partial<AssignedCamera> = {}): AssignedCamera {
  return {
    id: newIdentifier(),
    siteId: newIdentifier(),
    name: 'Gate',
    url,
    analysisRate: 5,
    readsPlates: false,
    rules: [],
    traffic: null,
    enforcement: null,
    ...camera,
  };
}
