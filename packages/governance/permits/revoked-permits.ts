import type { Identifier } from '@amaan/contracts/identifier';

/** What was taken back: a permit as a whole, or some of the cameras that it covers. */
export interface PermitRevocation {
  readonly permitId: Identifier;
  /** Null: the whole permit. */
  readonly cameras: readonly Identifier[] | null;
}

/** What `assertCovers` asks before every run of a model. */
export interface RevocationList {
  /** Whether the whole permit was revoked. */
  has(permitId: Identifier): boolean;
  /** Whether the permit was revoked as a whole or for this camera. */
  hasCamera(permitId: Identifier, cameraId: Identifier): boolean;
}

/**
 * The revocations that somebody has heard of. They only ever grow: what was revoked is never allowed again,
 * a new permit is. Iterating gives them back, to be handed on.
 *
 * @example
 * const revoked = new RevokedPermits([{ permitId, cameras: [gate] }]);
 * revoked.hasCamera(permitId, gate); // true
 * revoked.has(permitId); // false: other cameras go on
 */
export class RevokedPermits implements RevocationList, Iterable<PermitRevocation> {
  /** By permit: the cameras revoked, or null for all of them. */
  readonly #byPermit = new Map<Identifier, Set<Identifier> | null>();

  constructor(revocations: Iterable<PermitRevocation> = []) {
    for (const revocation of revocations) this.add(revocation);
  }

  /** @returns whether it says anything that was not known */
  add({ permitId, cameras }: PermitRevocation): boolean {
    const known = this.#byPermit.get(permitId);
    if (known === null) return false;
    if (cameras === null) {
      this.#byPermit.set(permitId, null);
      return true;
    }
    const revoked = known ?? new Set();
    const before = revoked.size;
    for (const camera of cameras) revoked.add(camera);
    this.#byPermit.set(permitId, revoked);
    return revoked.size > before;
  }

  has(permitId: Identifier): boolean {
    return this.#byPermit.get(permitId) === null;
  }

  hasCamera(permitId: Identifier, cameraId: Identifier): boolean {
    const revoked = this.#byPermit.get(permitId);
    return revoked === null || revoked?.has(cameraId) === true;
  }

  *[Symbol.iterator](): Generator<PermitRevocation, void, undefined> {
    for (const [permitId, cameras] of this.#byPermit) yield { permitId, cameras: cameras && [...cameras] };
  }
}
