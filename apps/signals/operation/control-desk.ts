import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { SignalAssignment } from '@amaan/contracts/traffic/signal-messages';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { assertCoversJunction } from '@amaan/governance/permits/permit-scope';
import { RevokedPermits } from '@amaan/governance/permits/revoked-permits';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import { trafficManagement } from '@amaan/traffic-management/system';
import type { Logger } from 'pino';

/** The purpose that a permit to control a junction is for. */
export const SIGNAL_PURPOSE = 'signal-control';

/**
 * The permits to control junctions that this process holds. It is asked before every command: a permit that ends needs
 * nobody to say so, and one that is revoked is none from the moment that this is heard.
 */
export class ControlDesk {
  readonly #now: () => Date;
  readonly #logger: Logger;
  readonly #configurationDigest = configurationDigest(trafficManagement);
  readonly #revoked = new RevokedPermits();
  #claims: ReadonlyMap<Identifier, PermitClaims> = new Map();

  /** @param now a clock that nobody can set back */
  constructor(now: () => Date, logger: Logger) {
    this.#now = now;
    this.#logger = logger;
  }

  /** Takes the permits of an assignment; what is no permit is left out, and said. */
  async apply(
    assignment: Pick<SignalAssignment, 'permits' | 'permitKeys' | 'revokedPermits'>,
  ): Promise<void> {
    for (const permitId of assignment.revokedPermits) this.revoke(permitId);
    const keys = await PermitKeySet.fromJwks(assignment.permitKeys);
    const claims = new Map<Identifier, PermitClaims>();
    for (const { token } of assignment.permits) {
      try {
        const verified = await verifyPermit(token, keys, this.#now());
        for (const junction of verified.junctions ?? []) claims.set(junction, verified);
      } catch (error) {
        this.#logger.error({ err: error }, 'a permit to control junctions was not accepted');
      }
    }
    this.#claims = claims;
  }

  revoke(permitId: Identifier): void {
    this.#revoked.add({ permitId, cameras: null });
  }

  /** Why a junction may not be controlled at this moment, or null when it may. */
  denialOf(junctionId: Identifier): PermitDenied | null {
    const claims = this.#claims.get(junctionId);
    if (!claims) return new PermitDenied('PERMIT_REFUSED', 'There is no permit to control this junction.');
    try {
      const use = {
        system: trafficManagement.id,
        configurationDigest: this.#configurationDigest,
        purpose: SIGNAL_PURPOSE,
        junctionId,
      };
      assertCoversJunction(claims, use, this.#now(), this.#revoked);
      return null;
    } catch (error) {
      if (error instanceof PermitDenied) return error;
      throw error;
    }
  }

  /** Until when a junction may be controlled; null: it may not. */
  untilOf(junctionId: Identifier): Instant | null {
    const claims = this.#claims.get(junctionId);
    return claims && this.denialOf(junctionId) === null ? instantOf(claims.exp * 1000) : null;
  }
}
