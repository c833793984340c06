import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { SimulationPermits } from '@amaan/contracts/simulation-messages';
import { Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { RevokedPermits } from '@amaan/governance/permits/revoked-permits';
import { assertInTime, verifyPermit } from '@amaan/governance/permits/verify-permit';

/** How often the permit is asked for though nobody announced a change. */
const REFRESH_MS = 60_000;

/**
 * The permit that a simulator's reports name: checked, replaced and revoked like a worker's, so that the
 * simulated district falls silent with the AI system that it plays.
 */
export class SimulationPermit implements AsyncDisposable {
  readonly #bus: Bus;
  readonly #system: string;
  readonly #log: (line: string) => void;
  readonly #subscriptions: readonly Subscription[];
  readonly #timer: NodeJS.Timeout;
  readonly #revoked = new RevokedPermits();
  #claims: PermitClaims | null = null;
  /** Those of the claims: they may be 24,000. */
  #cameras: ReadonlySet<Identifier> = new Set();
  #refreshing: Promise<void> | null = null;
  #askAgain = false;

  private constructor(bus: Bus, system: string, log: (line: string) => void) {
    this.#bus = bus;
    this.#system = system;
    this.#log = log;
    this.#subscriptions = [
      bus.listen(SUBJECTS.assignmentChanged, () => void this.#refresh()),
      bus.listen(SUBJECTS.revocation, (payload) => this.#revoke(payload)),
    ];
    this.#timer = setInterval(() => void this.#refresh(), REFRESH_MS);
  }

  static async open(bus: Bus, system: string, log: (line: string) => void): Promise<SimulationPermit> {
    const permit = new SimulationPermit(bus, system, log);
    await permit.#refresh();
    return permit;
  }

  /** Whether the permit at hand, if it still holds, covers a camera. */
  covers(cameraId: Identifier): boolean {
    return (
      this.#claims !== null &&
      this.#cameras.has(cameraId) &&
      !this.#revoked.hasCamera(this.#claims.jti, cameraId)
    );
  }

  /** What the permit in force says, or null when nothing may be reported now. */
  claims(now: number): PermitClaims | null {
    if (this.#claims === null) return null;
    try {
      assertInTime(this.#claims, new Date(now));
      return this.#claims;
    } catch {
      return null;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
  }

  #revoke(payload: unknown): void {
    const revocation = Revocation.safeParse(payload);
    if (!revocation.success) return;
    const { permitId, cameras } = revocation.data;
    this.#revoked.add({ permitId, cameras });
    if (this.#claims !== null && this.#revoked.has(this.#claims.jti)) this.#claims = null;
  }

  /** Asks once more when it is called while an answer is on its way: that answer may be the old one. */
  async #refresh(): Promise<void> {
    if (this.#refreshing !== null) {
      this.#askAgain = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#ask();
    await this.#refreshing;
    this.#refreshing = null;
    if (this.#askAgain) {
      this.#askAgain = false;
      await this.#refresh();
    }
  }

  async #ask(): Promise<void> {
    try {
      const answer = SimulationPermits.parse(await this.#bus.request(SUBJECTS.simulationPermits, null));
      const token = answer.permits.find(({ system }) => system === this.#system)?.token;
      const keys = await PermitKeySet.fromJwks(answer.permitKeys);
      for (const revocation of answer.revokedCameras) this.#revoked.add(revocation);
      this.#claims = token === undefined ? null : await verifyPermit(token, keys);
      this.#cameras = new Set(this.#claims?.cameras);
    } catch (error) {
      // The permit at hand stays in force until it ends, as a worker's does.
      this.#log(`The permit could not be renewed: ${error instanceof Error ? error.message : error}`);
    }
  }
}
