import type { Identifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import type { EnforcementReference } from '@amaan/contracts/violations/suspected-violation';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { listPlanVersions } from '@amaan/store/enforcement/enforcement-plans';
import type { Database } from '@amaan/store/open-database';

/** What a version of a camera's enforcement plan says: of which camera it is, and its rules' kinds by their ids. */
export interface KnownPlan {
  readonly cameraId: Identifier;
  readonly rules: ReadonlyMap<string, ViolationKind>;
}

/** Versions that are kept in memory: those of a whole province, and some before them. */
const MOST_KEPT = 20_000;

/** Looks up the plans that observations name. A version never changes, so each is read once. */
export class KnownPlans {
  readonly #plans = new Map<string, KnownPlan>();

  /** @returns a function that gives the plan of one reference; undefined: it never was */
  async read(
    db: Database,
    references: readonly EnforcementReference[],
  ): Promise<(reference: EnforcementReference) => KnownPlan | undefined> {
    const unknown = [...new Map(references.map((one) => [keyOf(one), one])).values()].filter(
      (one) => !this.#plans.has(keyOf(one)),
    );
    for (const { id, version, cameraId, rules } of await listPlanVersions(db, unknown))
      this.#plans.set(keyOf({ planId: id, version }), {
        cameraId,
        rules: new Map(rules.map((rule) => [rule.id, rule.kind])),
      });
    const plans = new Map(references.map((one) => [keyOf(one), this.#plans.get(keyOf(one))]));
    for (const key of this.#plans.keys()) {
      if (this.#plans.size <= MOST_KEPT) break;
      this.#plans.delete(key);
    }
    return (reference) => plans.get(keyOf(reference));
  }
}

/** The rules that observations say were broken. */
export function namedPlans(observations: readonly Observation[]): EnforcementReference[] {
  return observations.flatMap((one) => (one.kind === 'violation-suspected' ? [one.enforcement] : []));
}

function keyOf({ planId, version }: Pick<EnforcementReference, 'planId' | 'version'>): string {
  return `${planId} ${version}`;
}
