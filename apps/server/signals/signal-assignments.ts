import type { Bus, Subscription } from '@amaan/bus/bus';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import {
  type AssignedWave,
  SIGNAL_SUBJECTS,
  type SignalAssignment,
  SignalAssignmentRequest,
} from '@amaan/contracts/traffic/signal-messages';
import { junctionsOf } from '@amaan/contracts/violations/enforcement-junctions';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { listEnforcedPlans } from '@amaan/store/enforcement/enforcement-plans';
import type { Database } from '@amaan/store/open-database';
import { listRevokedPermits } from '@amaan/store/permits';
import type { SecretBox } from '@amaan/store/secret-box';
import { listControlPermits } from '@amaan/store/signals/control-permits';
import { listWaves } from '@amaan/store/signals/emergency-waves';
import { listJunctions, readOutputs, type StoredJunction } from '@amaan/store/signals/junctions';
import type { ClockGuard } from '../ledger/clock-guard.ts';

export interface SignalAssignmentsOptions {
  readonly db: Database;
  readonly bus: Pick<Bus, 'respond'>;
  readonly secrets: SecretBox;
  readonly key: PermitSigningKey;
  readonly clock: Pick<ClockGuard, 'judgingTime'>;
  readonly now: () => number;
}

const MOST_WAVES = 200;

/** Tells the process of signal control what to do: junctions with the secrets of their outputs, permits, waves. */
export class SignalAssignments implements AsyncDisposable {
  readonly #options: SignalAssignmentsOptions;
  readonly #subscription: Subscription;

  constructor(options: SignalAssignmentsOptions) {
    this.#options = options;
    this.#subscription = options.bus.respond(SIGNAL_SUBJECTS.assignment, (payload) => this.#answer(payload));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  async #answer(payload: unknown): Promise<SignalAssignment> {
    SignalAssignmentRequest.parse(payload);
    const { db, secrets, key, clock, now } = this.#options;
    const at = instantOf(await clock.judgingTime());
    const [junctions, outputs, permits, revokedPermits, waves, plans] = await Promise.all([
      listJunctions(db, 'all', at),
      readOutputs(db, secrets),
      listControlPermits(db, at),
      listRevokedPermits(db, at),
      listWaves(db, 'all', { running: true, limit: MOST_WAVES }),
      listEnforcedPlans(db),
    ]);
    const enforced = new Set(plans.flatMap(junctionsOf));
    return {
      serverTime: instantOf(now()),
      permits: [...new Set(permits.values())].map(({ claims, token }) => ({ system: claims.sub, token })),
      permitKeys: [key.publicJwk],
      revokedPermits,
      revokedCameras: [],
      junctions: junctions.map((junction) => ({
        junctionId: junction.id,
        siteId: junction.siteId,
        version: junction.version,
        definition: junction.definition,
        contradictions: junction.contradictions,
        mode: junction.mode,
        controller: junction.controller,
        output: outputs.get(junction.id) ?? { kind: 'none' },
        isEnforced: enforced.has(junction.id),
      })),
      waves: waves.flatMap((wave) => assignedWave(wave, junctions, at)),
    };
  }
}

function assignedWave(
  wave: Awaited<ReturnType<typeof listWaves>>[number],
  junctions: readonly StoredJunction[],
  at: Instant,
): AssignedWave[] {
  if (wave.until <= at) return [];
  const positions = new Map(junctions.map(({ id, position }) => [id, position]));
  const stops = wave.stops.map(({ junctionId, stage, expectedSeconds }) => ({
    ...{ junctionId, stage, expectedSeconds },
    position: positions.get(junctionId) ?? null,
  }));
  return [{ id: wave.id, startedAt: wave.askedAt, until: wave.until, stops, lastReport: wave.lastReport }];
}
