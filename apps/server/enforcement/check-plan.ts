import type { Camera } from '@amaan/contracts/camera';
import type { Box, LineSegment } from '@amaan/contracts/geometry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementProblem } from '@amaan/contracts/violations/api-enforcement';
import type {
  EnforcementPlanInput,
  EnforcementRule,
  SignalLamps,
  SignalSource,
} from '@amaan/contracts/violations/enforcement';
import type { StoredJunction } from '@amaan/store/signals/junctions';

/** Frames a second below which the moment of a crossing is known too badly for most cases. */
const SLOW_RATE = 4;

/** What a plan is checked against. */
export interface PlanSurroundings {
  readonly camera: Pick<Camera, 'readsPlates' | 'analysisRate'>;
  /** The camera's lanes in force; null: none are drawn. */
  readonly view: TrafficView | null;
  /** Whether the camera moved since it was calibrated. */
  readonly moved: boolean;
  /** Junctions of the camera's site. */
  readonly junctions: readonly StoredJunction[];
  readonly sections: ReadonlySet<Identifier>;
}

type Found = Omit<EnforcementProblem, 'ruleId'>;

/** What is wrong with a plan, rule by rule; a plan with an `error` cannot be saved. */
export function checkPlan(plan: EnforcementPlanInput, around: PlanSurroundings): EnforcementProblem[] {
  const ofPlan = aboutPlan(plan, around).map((found) => ({ ruleId: null, ...found }));
  const ofRules = plan.rules.flatMap((rule) =>
    aboutRule(rule, around).map((found) => ({ ruleId: rule.id, ...found })),
  );
  return [...ofPlan, ...ofRules];
}

function aboutPlan(plan: EnforcementPlanInput, { camera, view, moved }: PlanSurroundings): Found[] {
  const found: Found[] = [];
  if (view === null)
    found.push(error('PLAN_NO_LANES', 'No lanes are drawn on this camera; draw them first.'));
  else if (view.id !== plan.view.id || view.version !== plan.view.version)
    found.push(
      error(
        'PLAN_LANES_CHANGED',
        `The lanes of this camera were changed since: they are version ${view.version}, and the plan was drawn upon ${plan.view.version}. Look at the rules anew.`,
      ),
    );
  if (!camera.readsPlates)
    found.push(
      warning('PLAN_NO_PLATES', 'This camera reads no plates, so nothing that it sees becomes a case.'),
    );
  if (camera.analysisRate < SLOW_RATE)
    found.push(
      warning(
        'PLAN_SLOW_CAMERA',
        `This camera is looked at ${camera.analysisRate} times a second; below ${SLOW_RATE} most moments are too uncertain to prove anything.`,
      ),
    );
  if (moved)
    found.push(
      warning('PLAN_CAMERA_MOVED', 'This camera has moved since it was calibrated: no speeds are measured.'),
    );
  return found;
}

function aboutRule(rule: EnforcementRule, around: PlanSurroundings): Found[] {
  const found: Found[] = [];
  const lanes = new Map((around.view?.lanes ?? []).map((lane) => [lane.id, lane]));
  const named = 'laneIds' in rule ? rule.laneIds : [];
  if (around.view !== null)
    for (const id of named)
      if (!lanes.has(id)) found.push(error('RULE_LANE_UNKNOWN', `There is no lane ${id} on this camera.`));
  if ('signal' in rule) found.push(...aboutSignal(rule.signal, around));
  if ('entry' in rule)
    for (const exit of rule.exits)
      if (cross(rule.entry, exit))
        found.push(error('RULE_LINES_CROSS', 'An exit line crosses the entry line; draw it beyond.'));
  if (rule.kind === 'speed') {
    const unmeasured = named.filter((id) => around.view?.calibration === null && !lanes.get(id)?.exit);
    if (around.view !== null && unmeasured.length > 0)
      found.push(
        error(
          'RULE_NOT_CALIBRATED',
          `Speeds are not measured on ${unmeasured.join(', ')}: the camera is not calibrated, and the lane has no second line.`,
        ),
      );
  }
  if (rule.kind === 'average-speed' && !around.sections.has(rule.sectionId))
    found.push(error('RULE_SECTION_UNKNOWN', 'There is no such section of road.'));
  if (rule.kind === 'helmet' || rule.kind === 'seat-belt')
    found.push(
      warning(
        'RULE_WITHOUT_MODEL',
        `No permitted model says anything about ${rule.kind === 'helmet' ? 'helmets' : 'seat belts'} here, so nothing of it is reported.`,
      ),
    );
  return found;
}

function aboutSignal(signal: SignalSource, { junctions }: PlanSurroundings): Found[] {
  if (signal.from === 'picture') return aboutLamps(signal.lamps);
  const junction = junctions.find(({ id }) => id === signal.junctionId);
  if (junction === undefined)
    return [error('RULE_JUNCTION_UNKNOWN', 'There is no such junction in the site of this camera.')];
  const group = junction.definition.groups.find(({ id }) => id === signal.group);
  if (group === undefined)
    return [error('RULE_GROUP_UNKNOWN', `${junction.name} has no signal group ${signal.group}.`)];
  if (group.kind === 'pedestrian')
    return [error('RULE_GROUP_UNKNOWN', `${group.name} of ${junction.name} is for people on foot.`)];
  if (junction.contradictions.length > 0 || junction.output === 'none')
    return [
      warning(
        'RULE_SIGNAL_SILENT',
        `Nobody asks the controller of ${junction.name} what it shows, so nothing is reported.`,
      ),
    ];
  return junction.output === 'simulated'
    ? [warning('RULE_SIGNAL_SIMULATED', `The signal of ${junction.name} is simulated; cases are marked so.`)]
    : [];
}

function aboutLamps({ red, yellow, green }: SignalLamps): Found[] {
  const boxes = [red, yellow, green].filter((box) => box !== null);
  const overlap = boxes.some((one, index) => boxes.slice(index + 1).some((other) => overlaps(one, other)));
  return overlap
    ? [error('RULE_LAMPS_OVERLAP', 'Boxes of two lamps overlap; draw one around each lamp.')]
    : [];
}

function overlaps([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean {
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}

function cross([a, b]: LineSegment, [c, d]: LineSegment): boolean {
  const side = (p: readonly [number, number], q: readonly [number, number], r: readonly [number, number]) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function error(code: string, message: string): Found {
  return { severity: 'error', code, message };
}

function warning(code: string, message: string): Found {
  return { severity: 'warning', code, message };
}
