import type { Identifier } from '../identifier.ts';
import type { EnforcementPlanInput } from './enforcement.ts';

/** The junctions whose controllers a plan's rules are enforced by. */
export function junctionsOf({ rules }: Pick<EnforcementPlanInput, 'rules'>): Identifier[] {
  const named = rules.flatMap((rule) =>
    'signal' in rule && rule.signal.from === 'controller' ? [rule.signal.junctionId] : [],
  );
  return [...new Set(named)];
}
