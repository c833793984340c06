import type { Box, Point } from '@amaan/contracts/geometry';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import { EnforcementPlanInput, EnforcementRule } from '@amaan/contracts/violations/enforcement';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import type { DrawnShape } from '../../../picture/drawn-shape.ts';
import { LAMPS, RULE_KINDS, RULE_NUMBERS, type RuleNumber, type RulePart } from './rule-kinds.ts';

export type RuleShapes = Readonly<Partial<Record<RulePart, DrawnShape>>>;

/** A rule while it is drawn and filled in. */
export interface RuleDraft {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly name: string;
  readonly classes: readonly VehicleClass[];
  readonly laneIds: readonly string[];
  readonly shapes: RuleShapes;
  readonly signal: {
    readonly from: 'controller' | 'picture';
    readonly junctionId: string | null;
    readonly group: string | null;
  };
  readonly numbers: Readonly<Partial<Record<RuleNumber, number | null>>>;
  /** Classes that may not drive in the lanes. */
  readonly forbidden: readonly VehicleClass[];
  readonly section: { readonly id: string | null; readonly end: 'entry' | 'exit' };
  /** The manifest of the model that judges riders. */
  readonly model: string;
  /** Limits of single classes; kept as they are. */
  readonly classLimitsKmh: Readonly<Partial<Record<VehicleClass, number>>>;
}

/** A camera's plan while it is changed. */
export interface PlanDraft {
  readonly name: string;
  readonly rules: readonly RuleDraft[];
}

/** The empty shape of a part, ready to be drawn. */
export function emptyShape(part: RulePart): DrawnShape {
  return { shape: part === 'zone' ? 'zone' : 'line', points: [], closed: false };
}

const MOTOR_VEHICLES: readonly VehicleClass[] = ['car', 'motorcycle', 'bus', 'truck'];

/** The classes that a kind can be about: a motorcycle has no seat belt, and nobody else needs a helmet. */
export function classesOf(kind: ViolationKind): readonly VehicleClass[] {
  if (kind === 'helmet') return ['motorcycle'];
  if (kind === 'seat-belt') return ['car', 'truck', 'bus'];
  return ['bicycle', ...MOTOR_VEHICLES];
}

/**
 * A rule that nothing is drawn of yet, with an id that the plan does not have.
 * @param laneIds the lanes of the camera: a rule begins with all of them
 */
export function newRule(
  plan: PlanDraft,
  kind: ViolationKind,
  name: string,
  laneIds: readonly string[],
): RuleDraft {
  let number = 1;
  while (plan.rules.some(({ id }) => id === `${kind}-${number}`)) number += 1;
  return {
    id: `${kind}-${number}`,
    kind,
    name,
    classes: kind === 'seat-belt' ? ['car', 'truck'] : classesOf(kind).filter((each) => each !== 'bicycle'),
    laneIds: RULE_KINDS[kind].lanes ? laneIds : [],
    shapes: {},
    signal: { from: 'controller', junctionId: null, group: null },
    numbers: Object.fromEntries(RULE_KINDS[kind].numbers.map((each) => [each, RULE_NUMBERS[each].initial])),
    forbidden: [],
    section: { id: null, end: 'entry' },
    model: '',
    classLimitsKmh: {},
  };
}

const line = (points: readonly Point[]): DrawnShape => ({ shape: 'line', points, closed: true });
const cornersOf = ([x, y, width, height]: Box): DrawnShape =>
  line([
    [x, y],
    [x + width, y + height],
  ]);

export function draftOfPlan({ name, rules }: Pick<EnforcementPlanInput, 'name' | 'rules'>): PlanDraft {
  return { name, rules: rules.map(draftOfRule) };
}

function draftOfRule(rule: EnforcementRule): RuleDraft {
  const { id, kind, name, classes } = rule;
  const shapes: Partial<Record<RulePart, DrawnShape>> = {};
  if ('entry' in rule) shapes.entry = line(rule.entry);
  if ('exits' in rule) for (const [at, exit] of rule.exits.entries()) shapes[`exit-${at + 1}`] = line(exit);
  if ('line' in rule) shapes.line = line(rule.line);
  if (kind === 'lane' && rule.solidLine !== null) shapes.solid = line(rule.solidLine);
  if (kind === 'no-parking') shapes.zone = { shape: 'zone', points: rule.zone, closed: true };
  const signal = 'signal' in rule ? rule.signal : null;
  if (signal?.from === 'picture')
    for (const lamp of LAMPS) {
      const box = signal.lamps[lamp];
      if (box !== null) shapes[lamp] = cornersOf(box);
    }
  const numbers = RULE_KINDS[kind].numbers.map((each) => [
    each,
    (rule as unknown as Record<string, number>)[each],
  ]);
  return {
    id,
    kind,
    name,
    classes,
    laneIds: 'laneIds' in rule ? rule.laneIds : [],
    shapes,
    signal:
      signal?.from === 'controller'
        ? signal
        : { from: signal?.from ?? 'controller', junctionId: null, group: null },
    numbers: Object.fromEntries(numbers),
    forbidden: kind === 'lane' ? rule.forbidden : [],
    section: kind === 'average-speed' ? { id: rule.sectionId, end: rule.end } : { id: null, end: 'entry' },
    model: 'model' in rule ? rule.model : '',
    classLimitsKmh: kind === 'speed' ? rule.classLimitsKmh : {},
  };
}

/** The exits that are drawn or begun, in their order. */
export function exitsOf({ shapes }: RuleDraft): readonly `exit-${number}`[] {
  return (Object.keys(shapes) as RulePart[])
    .filter((part): part is `exit-${number}` => part.startsWith('exit-'))
    .toSorted((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
}

/** What still stands between a rule and being saved. */
export type RuleProblem =
  | {
      readonly code:
        | 'no-name'
        | 'no-lanes'
        | 'no-classes'
        | 'no-signal'
        | 'no-section'
        | 'no-model'
        | 'no-exit';
    }
  | { readonly code: 'not-drawn'; readonly part: RulePart }
  | { readonly code: 'no-number'; readonly number: RuleNumber };

const drawn = (shape: DrawnShape | undefined) =>
  shape?.closed ? shape.points.map(([x, y]): Point => [x, y]) : null;

export function problemsOfRule(rule: RuleDraft): RuleProblem[] {
  const needs = RULE_KINDS[rule.kind];
  const fromPicture = needs.signal && rule.signal.from === 'picture';
  const parts: RulePart[] = [
    ...needs.parts.filter((part) => !needs.optional.includes(part)),
    ...(fromPicture ? (['red', 'green'] as const) : []),
  ];
  const fromNowhere =
    needs.signal && rule.signal.from === 'controller' && (rule.signal.junctionId ?? '') === '';
  const flaws: RuleProblem[] = [
    ...(rule.name.trim() === '' ? [{ code: 'no-name' as const }] : []),
    ...(needs.lanes && rule.laneIds.length === 0 ? [{ code: 'no-lanes' as const }] : []),
    ...(rule.classes.length === 0 ? [{ code: 'no-classes' as const }] : []),
    ...parts
      .filter((part) => drawn(rule.shapes[part]) === null)
      .map((part) => ({ code: 'not-drawn' as const, part })),
  ];
  if (needs.exits === 'one-or-more' && exitsOf(rule).every((part) => drawn(rule.shapes[part]) === null))
    flaws.push({ code: 'no-exit' });
  if (fromNowhere || (needs.signal && !fromPicture && (rule.signal.group ?? '') === ''))
    flaws.push({ code: 'no-signal' });
  if (rule.kind === 'average-speed' && rule.section.id === null) flaws.push({ code: 'no-section' });
  if ((rule.kind === 'helmet' || rule.kind === 'seat-belt') && rule.model.trim() === '')
    flaws.push({ code: 'no-model' });
  for (const number of needs.numbers)
    if (rule.numbers[number] == null) flaws.push({ code: 'no-number', number });
  return flaws;
}

/** The rule as the contract takes it; null while something is missing or against the contract. */
export function inputOfRule(rule: RuleDraft): EnforcementRule | null {
  const { id, kind, name, classes, laneIds, shapes, signal, numbers } = rule;
  const lamps = Object.fromEntries(LAMPS.map((lamp) => [lamp, boxOf(drawn(shapes[lamp]))]));
  return (
    EnforcementRule.safeParse({
      ...{ id, kind, name: name.trim(), classes, laneIds, ...numbers },
      entry: drawn(shapes.entry),
      exits: exitsOf(rule).flatMap((part) => {
        const exit = drawn(shapes[part]);
        return exit === null ? [] : [exit];
      }),
      line: drawn(shapes.line),
      solidLine: drawn(shapes.solid),
      zone: drawn(shapes.zone),
      signal: signal.from === 'picture' ? { from: 'picture', lamps } : signal,
      forbidden: rule.forbidden,
      sectionId: rule.section.id,
      end: rule.section.end,
      model: rule.model.trim(),
      classLimitsKmh: rule.classLimitsKmh,
    }).data ?? null
  );
}

/** The box between two opposite corners, in whatever order they were set. */
export function boxOf(corners: readonly Point[] | null): Box | null {
  const [a, b] = corners ?? [];
  if (!a || !b) return null;
  const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  return [x, y, Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
}

/** The plan as the contract takes it; null while a rule is not complete. */
export function inputOfPlan(
  draft: PlanDraft,
  view: EnforcementPlanInput['view'],
): EnforcementPlanInput | null {
  const rules = draft.rules.map(inputOfRule);
  if (rules.some((rule) => rule === null)) return null;
  return EnforcementPlanInput.safeParse({ name: draft.name, view, rules }).data ?? null;
}

export function withRule(draft: PlanDraft, id: string, change: (rule: RuleDraft) => RuleDraft): PlanDraft {
  return { ...draft, rules: draft.rules.map((rule) => (rule.id === id ? change(rule) : rule)) };
}

/** The rule with a shape in it; null takes it away. */
export function withShape(rule: RuleDraft, part: RulePart, shape: DrawnShape | null): RuleDraft {
  const { [part]: _, ...others } = rule.shapes;
  return { ...rule, shapes: shape === null ? others : { ...others, [part]: shape } };
}
