import type { Junction } from '@amaan/contracts/traffic/junction';
import type { NtcipPhase } from '@amaan/contracts/traffic/junction-record';
import type { DevicePhase, DevicePlan } from './simulated-device.ts';

/** A phase for each signal group, in the junction's order. */
export function phasesOfJunction({ groups }: Junction): Record<string, NtcipPhase> {
  return Object.fromEntries(
    groups.map(({ id, kind }, index) => [id, { phase: index + 1, pedestrian: kind === 'pedestrian' }]),
  );
}

/**
 * A simulated controller that is set up as a junction is: its limits, which groups may be on together, and its fixed plan.
 * @param phases of each group, by its id
 */
export function deviceOfJunction(
  junction: Junction,
  phases: Readonly<Record<string, NtcipPhase>>,
): { readonly phases: DevicePhase[]; readonly plan: DevicePlan } {
  const { groups, conflicts, permissive, fixedPlan, stages } = junction;
  const mayMeet = (one: number, other: number) =>
    !conflicts[one]?.[other] ||
    permissive.some(
      ({ yields, to }) =>
        (yields === groups[one]!.id && to === groups[other]!.id) ||
        (yields === groups[other]!.id && to === groups[one]!.id),
    );
  const numberOf = (id: string) => phases[id]!.phase;
  const onIn = (stage: string) => (stages.find(({ id }) => id === stage)?.green ?? []).map(numberOf);
  return {
    phases: groups.map((group, index) => {
      const isOnFoot = group.kind === 'pedestrian';
      return {
        number: numberOf(group.id),
        minimumGreen: isOnFoot ? 0 : group.minGreen,
        yellow: isOnFoot ? 0 : group.yellow,
        redClear: isOnFoot ? 0 : group.clearance,
        walk: isOnFoot ? group.minGreen : 0,
        pedestrianClear: isOnFoot ? group.clearance : 0,
        ring: index + 1,
        concurrent: groups.flatMap(({ id }, other) =>
          other !== index && mayMeet(index, other) ? [numberOf(id)] : [],
        ),
      };
    }),
    plan: {
      offset: fixedPlan.offset,
      steps: fixedPlan.steps.flatMap(({ stage, green, yellow, allRed }, index) => {
        const next = fixedPlan.steps[(index + 1) % fixedPlan.steps.length]!.stage;
        const on = onIn(stage);
        return [
          { phases: on, seconds: green },
          // What the next step serves too stays on through the change.
          { phases: on.filter((phase) => onIn(next).includes(phase)), seconds: yellow + allRed },
        ].filter(({ seconds }) => seconds > 0);
      }),
    },
  };
}
