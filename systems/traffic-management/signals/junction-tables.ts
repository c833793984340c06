import type { Junction, SignalGroup } from '@amaan/contracts/traffic/junction';

/** What a stage does to one group. */
export type Service = 'red' | 'yield' | 'green';

/**
 * A junction by numbers instead of names: groups and stages by their place in its lists. Made from a junction in which
 * `checkJunction` found no contradiction; names that do not exist are left out.
 */
export class JunctionTables {
  readonly groups: readonly SignalGroup[];
  readonly stages: number;
  /** `service[stage][group]`. */
  readonly service: readonly (readonly Service[])[];
  /** For each group those that it conflicts with. */
  readonly foes: readonly (readonly number[])[];
  readonly #stageOf: ReadonlyMap<string, number>;
  readonly #groupOf: ReadonlyMap<string, number>;

  constructor(junction: Junction) {
    this.groups = junction.groups;
    this.stages = junction.stages.length;
    this.#stageOf = new Map(junction.stages.map(({ id }, index) => [id, index]));
    this.#groupOf = new Map(junction.groups.map(({ id }, index) => [id, index]));
    this.service = junction.stages.map(({ green, yielding }) =>
      junction.groups.map(({ id }) =>
        green.includes(id) ? (yielding.includes(id) ? 'yield' : 'green') : 'red',
      ),
    );
    this.foes = junction.groups.map((_, index) =>
      junction.groups.flatMap((__, other) =>
        junction.conflicts[index]?.[other] || junction.conflicts[other]?.[index] ? [other] : [],
      ),
    );
  }

  /** The place of a stage; undefined for a name that is none. */
  stageOf(id: string): number | undefined {
    return this.#stageOf.get(id);
  }

  /** The place of a group; undefined for a name that is none. */
  groupOf(id: string): number | undefined {
    return this.#groupOf.get(id);
  }

  /** Groups that a change from one stage to another takes the green from. */
  ending(from: number, to: number): number[] {
    return this.#where((group) => this.isGreen(from, group) && !this.isGreen(to, group));
  }

  /** Groups that such a change gives green to. */
  starting(from: number, to: number): number[] {
    return this.#where((group) => !this.isGreen(from, group) && this.isGreen(to, group));
  }

  isGreen(stage: number, group: number): boolean {
    return (this.service[stage]?.[group] ?? 'red') !== 'red';
  }

  #where(holds: (group: number) => boolean): number[] {
    return this.groups.flatMap((_, group) => (holds(group) ? [group] : []));
  }
}
