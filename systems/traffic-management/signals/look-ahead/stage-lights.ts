import type { Junction } from '@amaan/contracts/traffic/junction';
import { JunctionTables } from '../junction-tables.ts';
import { LIGHT } from './approach-model.ts';

/** A change from one stage to another: its lights second by second, for each movement; empty where nothing has to end. */
export type ChangeLights = readonly Int8Array[];

/** What movements may do in each stage and while it changes to another. */
export class StageLights {
  /** `stages[stage][movement]`, of `LIGHT`. */
  readonly stages: readonly Int8Array[];
  /** `changes[from][to]`. */
  readonly changes: readonly (readonly ChangeLights[])[];

  /** @param groupOf place of each movement's signal group; -1 for one that no group lets go */
  constructor(junction: Junction, groupOf: readonly number[]) {
    const tables = new JunctionTables(junction);
    const lightOf = (stage: number, group: number) => LIGHTS[tables.service[stage]![group] ?? 'red'];
    const each = (light: (group: number) => number) => Int8Array.from(groupOf, light);
    const stages = Array.from({ length: tables.stages }, (_, stage) => stage);
    this.stages = stages.map((stage) => each((group) => lightOf(stage, group)));
    this.changes = stages.map((from) =>
      stages.map((to) => {
        const ending = tables.ending(from, to);
        const vehicles = ending.filter((group) => junction.groups[group]!.kind === 'vehicle');
        const yellow = Math.max(0, ...vehicles.map((group) => junction.groups[group]!.yellow));
        const starting = new Set(tables.starting(from, to));
        const red = Math.max(
          0,
          ...ending
            .filter((group) => tables.foes[group]!.some((foe) => starting.has(foe)))
            .map((group) => junction.groups[group]!.clearance),
        );
        const during = (end: number) =>
          each((group) => {
            if (!tables.isGreen(from, group)) return LIGHT.red;
            return tables.isGreen(to, group) ? Math.min(lightOf(from, group), lightOf(to, group)) : end;
          });
        return [
          ...Array.from({ length: Math.ceil(yellow) }, () => during(LIGHT.yellow)),
          ...Array.from({ length: Math.ceil(red) }, () => during(LIGHT.red)),
        ];
      }),
    );
  }
}

const LIGHTS = { red: LIGHT.red, yield: LIGHT.yield, green: LIGHT.go };
