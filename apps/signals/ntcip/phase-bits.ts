/** Phases that one group of the controller's bit masks holds. */
export const PHASES_PER_GROUP = 8;

/**
 * Phases as bit masks, one of eight bits for each group (NTCIP 1202, phaseStatusGroupTable): phase 1 is bit 0 of group 1.
 * @param phases numbers from 1
 * @param groups how many groups there are
 */
export function toBits(phases: Iterable<number>, groups: number): number[] {
  const bits = Array.from({ length: groups }, () => 0);
  for (const phase of phases) {
    const group = Math.floor((phase - 1) / PHASES_PER_GROUP);
    if (group >= 0 && group < groups) bits[group]! |= 1 << ((phase - 1) % PHASES_PER_GROUP);
  }
  return bits;
}

/** The phases of bit masks. */
export function fromBits(bits: readonly number[]): Set<number> {
  const phases = new Set<number>();
  for (const [group, mask] of bits.entries())
    for (let bit = 0; bit < PHASES_PER_GROUP; bit += 1)
      if ((mask & (1 << bit)) !== 0) phases.add(group * PHASES_PER_GROUP + bit + 1);
  return phases;
}

/** How many groups phases up to this one need. */
export function groupsFor(phases: Iterable<number>): number {
  return Math.max(1, Math.ceil(Math.max(0, ...phases) / PHASES_PER_GROUP));
}
