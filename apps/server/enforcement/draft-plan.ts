import type { LineSegment, Point } from '@amaan/contracts/geometry';
import type { TrafficLane, TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import type { StoredJunction } from '@amaan/store/signals/junctions';

/** How far beyond the stop line an exit is drawn, in lengths of the lane's drawn middle. */
const EXIT_BEYOND = 0.35;

/**
 * A plan that follows from the lanes of a camera, for a person to look at and correct: red light and stop line where a lane
 * ends at a signal, speed where a limit and a calibration are, and the wrong way everywhere. Exits lie straight beyond the
 * stop line, which is a guess.
 */
export function draftPlan(view: TrafficView, junctions: readonly StoredJunction[]): EnforcementPlanInput {
  const signalled = view.lanes.flatMap((lane) => {
    const group = groupOf(lane, junctions);
    return lane.stopLine !== null && group !== null ? [{ lane, group, stopLine: lane.stopLine }] : [];
  });
  const limits = Map.groupBy(
    view.lanes.filter(
      (lane) => lane.speedLimitKmh !== null && (view.calibration !== null || lane.exit !== null),
    ),
    ({ speedLimitKmh }) => speedLimitKmh!,
  );
  const rules: unknown[] = [
    ...signalled.flatMap(({ lane, group, stopLine }) => {
      const signal = { from: 'controller', junctionId: lane.junction!.id, group };
      const common = { laneIds: [lane.id], entry: stopLine, signal };
      return [
        {
          ...{ id: `red-${lane.id}`, kind: 'red-light', name: `Red light, ${lane.name}`, ...common },
          exits: [beyond(stopLine, lane)],
        },
        { id: `stop-${lane.id}`, kind: 'stop-line', name: `Stop line, ${lane.name}`, ...common },
      ];
    }),
    ...[...limits].map(([limitKmh, lanes]) => ({
      ...{ id: `speed-${limitKmh}`, kind: 'speed', name: `Speed over ${limitKmh} km/h`, limitKmh },
      laneIds: lanes.map(({ id }) => id),
    })),
    { id: 'wrong-way', kind: 'wrong-way', name: 'Wrong way', laneIds: view.lanes.map(({ id }) => id) },
  ];
  return EnforcementPlanInput.parse({
    name: view.name,
    view: { id: view.id, version: view.version },
    // A plan has so many rules at most; the rest a person has to choose.
    rules: rules.slice(0, 32).map((rule) => shortened(rule as { id: string; name: string })),
  });
}

/** The signal group that the lane's way straight on waits for, or the only one; null: not known. */
function groupOf({ junction: named }: TrafficLane, junctions: readonly StoredJunction[]): string | null {
  const junction = named && junctions.find(({ id }) => id === named.id);
  const movements = junction?.definition.lanes.find(({ id }) => id === named?.laneId)?.movements ?? [];
  return (movements.find(({ turn }) => turn === 'straight') ?? movements[0])?.group ?? null;
}

function beyond([a, b]: LineSegment, { travel: [from, to] }: TrafficLane): LineSegment {
  const [dx, dy] = [(to[0] - from[0]) * EXIT_BEYOND, (to[1] - from[1]) * EXIT_BEYOND];
  const moved = ([x, y]: Point): Point => [clamped(x + dx), clamped(y + dy)];
  return [moved(a), moved(b)];
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function shortened<Rule extends { id: string; name: string }>(rule: Rule): Rule {
  return { ...rule, id: rule.id.slice(0, 40).replace(/-+$/, ''), name: rule.name.slice(0, 80) };
}
