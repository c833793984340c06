import type { EvidenceSource } from '@amaan/contracts/governance/control';
import type { ObservedSystem } from './evidence-context.ts';

const MOST = 12;

/** The pages of AI systems in the console. */
export function systemSources(systems: readonly Pick<ObservedSystem, 'definition'>[]): EvidenceSource[] {
  return systems.slice(0, MOST).map(({ definition }) => ({
    label: definition.id,
    href: `/governance/systems/${definition.id}`,
  }));
}
