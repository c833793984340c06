import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';

type Effect = DeploymentPlan['boundEffects'][number];

/** What a bound did to a station area, or one bound to many cells. */
export type GroupedEffect =
  | {
      readonly of: 'area';
      readonly code: 'area-most' | 'area-least';
      readonly boundaryId: string | null;
      readonly name: string | null;
      readonly visits: number;
    }
  | {
      readonly of: 'cells';
      readonly code: Exclude<Effect['code'], 'area-most' | 'area-least'>;
      readonly cells: number;
      readonly visits: number;
    };

/** Station areas one by one, the most visits first; cells together by bound, since nobody reads a hundred numbers. */
export function groupEffects(effects: readonly Effect[]): GroupedEffect[] {
  const areas: GroupedEffect[] = [];
  const cells = new Map<string, Extract<GroupedEffect, { of: 'cells' }>>();
  for (const { code, boundaryId, name, visits } of effects) {
    if (code === 'area-most' || code === 'area-least') {
      areas.push({ of: 'area', code, boundaryId, name, visits });
      continue;
    }
    const before = cells.get(code);
    cells.set(code, {
      of: 'cells',
      code,
      cells: (before?.cells ?? 0) + 1,
      visits: (before?.visits ?? 0) + visits,
    });
  }
  return [...areas.sort((one, other) => other.visits - one.visits), ...cells.values()];
}
