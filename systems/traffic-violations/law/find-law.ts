import type { Instant } from '@amaan/contracts/instant';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { AppliedLaw, LawFile, Province } from '@amaan/contracts/violations/law';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { lawDayOf } from './law-day.ts';

/** What an offence costs, and under which law. */
export interface FoundLaw {
  readonly law: AppliedLaw;
  /** Whole rupees. */
  readonly amount: number;
}

/**
 * The law of a province on the day of an offence. Of several files in force the one that began last counts, and of those
 * with one first day the one that stands last in the list: an authority's own files stand after those of the project.
 *
 * @returns null: no file of that day says what it costs
 */
export function findLaw(
  files: readonly LawFile[],
  offence: {
    readonly province: Province;
    readonly kind: ViolationKind;
    readonly at: Instant;
    /** As registered or else as seen; null: nobody knows, and the amount for all others counts. */
    readonly class: VehicleClass | null;
  },
): FoundLaw | null {
  const day = lawDayOf(offence.at);
  const inForce = files
    .filter(
      ({ province, validFrom, validTo }) =>
        province === offence.province && validFrom <= day && (validTo === null || day <= validTo),
    )
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);
  const found = inForce?.offences.find(({ kind }) => kind === offence.kind);
  if (inForce === undefined || found === undefined || found.amount === null) return null;
  const { province, act, validFrom, payWithinDays, contestWithinDays, decideWithinDays } = inForce;
  const { section, offence: text, amount } = found;
  const isChecked = found.standing.status === 'verified' && inForce.daysStanding.status === 'verified';
  return {
    law: {
      ...{ province, act, validFrom, payWithinDays, contestWithinDays, decideWithinDays, section },
      offence: text,
      // The weaker of the two speaks for both.
      standing: isChecked || found.standing.status === 'unverified' ? found.standing : inForce.daysStanding,
    },
    amount: (offence.class === null ? undefined : amount.byClass[offence.class]) ?? amount.otherwise,
  };
}
