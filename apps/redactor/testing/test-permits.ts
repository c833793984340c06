import type { Bus, BusMessage } from '@amaan/bus/bus';
import { inProcessBus } from '@amaan/bus/in-process-bus';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Denial } from '@amaan/contracts/observation';
import {
  type MaskingPermits,
  MaskingPermitsRequest,
  REDACTOR_SUBJECTS,
  RedactorHeartbeat,
} from '@amaan/contracts/redaction/redactor-messages';
import { type Revocation, SUBJECTS, WorkerReport } from '@amaan/contracts/worker-messages';
import { issuePermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { redaction } from '@amaan/redaction/system';
import { installedModels } from '@amaan/vision/models/installed-models';

/** The control plane as a redactor knows it, on a bus of its own. */
export class TestPermits implements AsyncDisposable {
  readonly bus: Bus = inProcessBus();
  readonly heartbeats: RedactorHeartbeat[] = [];
  readonly denials: Denial[] = [];
  readonly #key: PermitSigningKey;
  #given: Omit<MaskingPermits, 'serverTime'>;

  private constructor(key: PermitSigningKey) {
    this.#key = key;
    this.#given = {
      ...{ permits: [], revokedPermits: [], revokedCameras: [] },
      permitKeys: [{ ...key.publicJwk }],
    };
    this.bus.respond(REDACTOR_SUBJECTS.permits, async (payload) => {
      MaskingPermitsRequest.parse(payload);
      return { serverTime: instantOf(Date.now()), ...this.#given };
    });
    this.bus.listen(REDACTOR_SUBJECTS.heartbeat, (payload) =>
      this.heartbeats.push(RedactorHeartbeat.parse(payload)),
    );
    this.bus.consume(SUBJECTS.reports, async (messages) => this.#take(messages));
  }

  static async create(): Promise<TestPermits> {
    return new TestPermits(await generatePermitKey('deployment:test'));
  }

  /** Gives a permit for these cameras. @returns its identifier */
  async permit(cameras: readonly Identifier[], seconds = 600): Promise<Identifier> {
    const now = new Date();
    const installed = await installedModels(redaction.models);
    const models = installed.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
    const { token, claims } = await issuePermit({
      ...{ system: redaction, standing: approvedStanding(redaction, models, now), models, now, seconds },
      ...{ cameras, key: this.#key },
    });
    this.#change({ permits: [{ system: redaction.id, token }] });
    return claims.jti;
  }

  /** Takes a permit back, as a suspension does. */
  revoke(permitId: Identifier): void {
    const revocation: Revocation = {
      ...{ permitId, cameras: null, system: redaction.id, reason: 'for a test' },
      at: instantOf(Date.now()),
    };
    this.#given = { ...this.#given, permits: [], revokedPermits: [...this.#given.revokedPermits, permitId] };
    this.bus.announce(SUBJECTS.revocation, revocation);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bus[Symbol.asyncDispose]();
  }

  #change(change: Partial<MaskingPermits>): void {
    this.#given = { ...this.#given, ...change };
    this.bus.announce(SUBJECTS.assignmentChanged, null);
  }

  #take(messages: readonly BusMessage[]): void {
    for (const { payload } of messages) {
      const report = WorkerReport.parse(payload);
      if (report.type === 'denial') this.denials.push(report.denial);
    }
  }
}
