import { Hub } from '@amaan/bus/hub';
import { CLOCK_SUBJECT } from '@amaan/contracts/control-clock';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Junction } from '@amaan/contracts/traffic/junction';
import {
  type AssignedJunction,
  type AssignedWave,
  SIGNAL_SUBJECTS,
  type SignalAssignment,
  SignalReport,
  SignalsLive,
} from '@amaan/contracts/traffic/signal-messages';
import { SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import { type Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { issuePermit } from '@amaan/governance/permits/issue-permit';
import { PermitClock } from '@amaan/governance/permits/permit-clock';
import { generatePermitKey, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { testJunction } from '@amaan/traffic-management/signals/testing/test-junction';
import { trafficManagement } from '@amaan/traffic-management/system';
import { pino } from 'pino';
import { SignalsProcess } from '../operation/signals-process.ts';

const MODELS = trafficManagement.models.map((id) => ({ id, digest: 'a'.repeat(64) }));
const STEP_MS = 500;

/** A junction that cameras see well. */
export function assignedJunction(change: Partial<AssignedJunction> = {}): AssignedJunction {
  const junctionId = change.junctionId ?? newIdentifier();
  return {
    junctionId,
    siteId: newIdentifier(),
    version: 1,
    definition: { ...(testJunction() as Junction), id: junctionId },
    contradictions: [],
    mode: 'control',
    controller: 'max-pressure',
    output: { kind: 'simulated', ntcip: true, arrivalsPerHour: 400 },
    isEnforced: false,
    ...change,
  };
}

/** A control plane on a bus in this process, and the process of signal control with time that the test lets pass. */
export class TestPlane implements AsyncDisposable {
  readonly #stack = new AsyncDisposableStack();
  readonly #key: PermitSigningKey;
  readonly process: SignalsProcess;
  readonly bus: ReturnType<Hub['connect']>;
  readonly reports: SignalReport[] = [];
  readonly phases: SignalPhases[] = [];
  live: SignalsLive | null = null;
  assignment: SignalAssignment;
  /** Unix milliseconds of the process's clock. */
  at: number;
  /** Whether the control plane answers. */
  isThere = true;
  #answered = 0;

  private constructor(key: PermitSigningKey) {
    this.#key = key;
    this.at = Date.now();
    this.assignment = {
      serverTime: instantOf(this.at),
      permits: [],
      permitKeys: [key.publicJwk],
      revokedPermits: [],
      revokedCameras: [],
      junctions: [],
      waves: [],
    };
    const hub = this.#stack.use(new Hub());
    this.bus = this.#stack.use(hub.connect());
    this.bus.respond(SIGNAL_SUBJECTS.assignment, async () => {
      if (!this.isThere) throw new Error('Nobody is there.');
      this.#answered += 1;
      return this.assignment;
    });
    this.bus.respond(CLOCK_SUBJECT, async () => ({ time: instantOf(this.at) }));
    this.bus.listen(SIGNAL_SUBJECTS.phases, (payload) => this.phases.push(SignalPhases.parse(payload)));
    this.bus.consume(SIGNAL_SUBJECTS.reports, async (messages) => {
      this.reports.push(...messages.map(({ payload }) => SignalReport.parse(payload)));
    });
    this.bus.listen(SIGNAL_SUBJECTS.live, (payload) => {
      this.live = SignalsLive.parse(payload);
    });
    const clock = new PermitClock(
      () => this.at,
      () => this.at,
    );
    this.process = this.#stack.use(
      new SignalsProcess({
        ...{ bus: this.#stack.use(hub.connect()), clock, runs: false },
        logger: pino({ level: 'silent' }),
      }),
    );
  }

  static async start(): Promise<TestPlane> {
    return new TestPlane(await generatePermitKey('deployment:test'));
  }

  /** Issues a permit to control a junction. */
  async permit(junctionId: Identifier, seconds = 3_600): Promise<Identifier> {
    const now = new Date(this.at);
    const { token, claims } = await issuePermit({
      system: trafficManagement,
      standing: approvedStanding(trafficManagement, MODELS, now),
      ...{ models: MODELS, cameras: [], junctions: [junctionId], key: this.#key, now, seconds },
    });
    this.assignment.permits.push({ system: trafficManagement.id, token });
    return claims.jti;
  }

  /** Gives out junctions and waves, and waits until they are taken. */
  async assign(junctions: AssignedJunction[], waves: AssignedWave[] = []): Promise<void> {
    this.assignment = { ...this.assignment, junctions, waves };
    const before = this.#answered;
    this.bus.announce(SIGNAL_SUBJECTS.assignmentChanged, {});
    while (
      this.#answered === before ||
      junctions.some(
        ({ junctionId, mode, contradictions }) =>
          contradictions.length === 0 && this.process.liveOf(junctionId)?.mode !== mode,
      )
    )
      await new Promise((resolve) => setTimeout(resolve, 5));
    await this.pass(0.5);
  }

  /** Lets time pass: steps of half a second, each with everything that it makes happen. */
  async pass(seconds: number, during?: () => void): Promise<void> {
    for (let left = Math.round((seconds * 1000) / STEP_MS); left > 0; left -= 1) {
      this.at += STEP_MS;
      this.process.step();
      for (const { junctionId } of this.assignment.junctions) {
        const output = this.process.outputOf(junctionId);
        await output?.keeper?.settled();
        output?.controller?.step();
      }
      during?.();
    }
    this.live = null;
    this.process.tell();
    while (this.live === null) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  revoke(permitId: Identifier): void {
    const revocation: Revocation = {
      ...{ permitId, cameras: null, system: trafficManagement.id, reason: 'A test.' },
      at: instantOf(this.at),
    };
    this.bus.announce(SUBJECTS.revocation, revocation);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }
}
