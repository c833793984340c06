import { instantOf } from '@amaan/contracts/instant';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { Agreement, CaseHold, RegistryCheck } from '@amaan/contracts/violations/violation-case';
import { LEAST_SURE, registryContradiction } from '@amaan/vehicle-trace/clones/registry-contradiction';
import type { Logger } from 'pino';
import type { RegistryEntry, VehicleRegistry } from '../../registry/registry-entry.ts';

export interface RegistryCheckerOptions {
  /** Null: none is configured. */
  readonly registry: VehicleRegistry | null;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What the registry says of a plate; `silent`: it cannot be asked. */
export type RegistryAnswer = RegistryEntry | null | 'silent';

const NOTHING: RegistryCheck['registered'] = {
  ...{ class: null, colour: null, make: null, state: null, emergencyVehicle: false, fir: null },
};

/** Compares what was seen with what is registered. In doubt a case is held: nobody is fined on a guess. */
export class RegistryChecker {
  readonly #options: RegistryCheckerOptions;

  constructor(options: RegistryCheckerOptions) {
    this.#options = options;
  }

  async ask(plate: string): Promise<RegistryAnswer> {
    const { registry, logger } = this.#options;
    if (registry === null) return 'silent';
    try {
      return await registry.lookup(plate);
    } catch (error) {
      logger.warn({ err: error }, 'a case is held: the vehicle registry cannot be asked');
      return 'silent';
    }
  }

  /** What the registry says beside what was seen, and why that holds a case. */
  compare(
    plate: string,
    vehicle: VehicleAttributes,
    answer: RegistryAnswer,
  ): { readonly check: RegistryCheck | null; readonly holds: CaseHold[] } {
    if (answer === 'silent')
      return {
        check: null,
        holds: [{ reason: 'registry-silent', detail: 'The vehicle registry did not answer.' }],
      };
    const at = instantOf(this.#options.now());
    if (answer === null) {
      const none = { class: 'not-known', colour: 'not-known', make: 'not-known' } as const;
      return {
        check: { at, found: false, registered: NOTHING, ...none },
        holds: [{ reason: 'not-registered', detail: `The registry does not know ${plate}.` }],
      };
    }
    const differences = registryContradiction(plate, vehicle, answer, 1)?.differences ?? [];
    const agreement = (field: 'class' | 'colour'): Agreement => {
      if (differences.some((difference) => difference.field === field)) return 'contradicts';
      const isSure = vehicle[field] !== null && vehicle[`${field}Confidence`] >= LEAST_SURE[field];
      return isSure && answer[field] !== null ? 'agrees' : 'not-known';
    };
    const { class: kind, colour, make, state, emergency, fir } = answer;
    return {
      check: {
        ...{
          at,
          found: true,
          registered: { class: kind, colour, make, state, emergencyVehicle: emergency, fir },
        },
        ...{ class: agreement('class'), colour: agreement('colour'), make: 'not-known' },
      },
      holds: [
        ...standingHolds(answer),
        ...differences.map(({ field, seen, registered }) => ({
          reason: `${field}-contradicts` as const,
          detail: `Seen as ${seen}, registered as ${registered}: a copied or misread plate?`,
        })),
      ],
    };
  }
}

function standingHolds({ state, fir, emergency }: RegistryEntry): CaseHold[] {
  const holds: CaseHold[] = [];
  if (state === 'sold')
    holds.push({ reason: 'sold', detail: 'The registry says that it was sold and is not registered anew.' });
  if (state === 'stolen')
    holds.push({
      reason: 'stolen',
      detail: fir === null ? 'The registry says that it was stolen.' : `Stolen, FIR ${fir}.`,
    });
  if (state === 'scrapped')
    holds.push({ reason: 'scrapped', detail: 'The registry says that it was scrapped.' });
  if (emergency)
    holds.push({ reason: 'emergency-vehicle', detail: 'An emergency vehicle: it may have been on duty.' });
  return holds;
}

/** The class that a fine goes by: as registered, else as seen; null: nobody knows. */
export function fineClass(
  check: RegistryCheck | null,
  seen: VehicleAttributes['class'],
): VehicleClass | null {
  return VehicleClass.safeParse(check?.registered.class).data ?? VehicleClass.safeParse(seen).data ?? null;
}
