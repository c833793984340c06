import type { EnforcementRule } from '@amaan/contracts/violations/enforcement';
import { VIOLATION_KINDS } from '@amaan/contracts/violations/violation-kind';
import { describe, expect, test } from 'vitest';
import type { DrawnShape } from '../../../picture/drawn-shape.ts';
import {
  boxOf,
  draftOfPlan,
  inputOfPlan,
  inputOfRule,
  newRule,
  type PlanDraft,
  problemsOfRule,
  withShape,
} from './plan-draft.ts';
import { RULE_KINDS } from './rule-kinds.ts';

const id = '01980000-0000-7000-8000-000000000001';
const view = { id, version: 3 };
const empty: PlanDraft = { name: 'Junction', rules: [] };
const line: DrawnShape = {
  shape: 'line',
  points: [
    [0.1, 0.6],
    [0.9, 0.6],
  ],
  closed: true,
};
const zone: DrawnShape = {
  shape: 'zone',
  points: [
    [0, 0],
    [1, 0],
    [1, 1],
  ],
  closed: true,
};

const rules: EnforcementRule[] = [
  {
    ...{ id: 'red', kind: 'red-light', name: 'Red', classes: ['car'], laneIds: ['a'], graceMs: 300 },
    entry: [
      [0.1, 0.6],
      [0.9, 0.6],
    ],
    exits: [
      [
        [0.1, 0.3],
        [0.9, 0.3],
      ],
      [
        [0.9, 0.3],
        [0.9, 0.5],
      ],
    ],
    signal: {
      from: 'picture',
      lamps: { red: [0.5, 0.1, 0.02, 0.03], yellow: null, green: [0.5, 0.2, 0.02, 0.03] },
    },
  },
  {
    ...{ id: 'fast', kind: 'speed', name: 'Fast', classes: ['truck', 'car'], laneIds: ['a', 'b'] },
    ...{ limitKmh: 60, toleranceKmh: 3, classLimitsKmh: { truck: 40 } },
  },
  {
    ...{ id: 'park', kind: 'no-parking', name: 'Park', classes: ['car'], seconds: 90 },
    zone: [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
  },
  {
    ...{ id: 'lane', kind: 'lane', name: 'Lane', classes: ['car'], laneIds: ['a'], leastSeconds: 2 },
    ...{ forbidden: ['truck'], solidLine: null },
  },
];

test('a plan that is opened and saved unchanged is the same plan', () => {
  const plan = { name: 'Junction', view, rules };
  const saved = inputOfPlan(draftOfPlan(plan), view);
  expect(saved?.rules.map(rounded)).toEqual(plan.rules.map(rounded));
});

/** Boxes come back from their corners with the last digit of a fraction changed. */
const rounded = (rule: EnforcementRule) =>
  JSON.parse(JSON.stringify(rule), (_, value) =>
    typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value,
  );

describe('a new rule', () => {
  test.each(VIOLATION_KINDS)('%s says what it needs, and is no input until it has it', (kind) => {
    const rule = newRule(empty, kind, '', ['a']);
    expect(problemsOfRule(rule)).toContainEqual({ code: 'no-name' });
    expect(inputOfRule(rule)).toBeNull();
  });

  test.each(VIOLATION_KINDS)('%s without problems is what the contract takes', (kind) => {
    let rule = newRule(empty, kind, 'Named', ['a']);
    for (const part of RULE_KINDS[kind].parts) rule = withShape(rule, part, part === 'zone' ? zone : line);
    if (RULE_KINDS[kind].exits === 'one-or-more') rule = withShape(rule, 'exit-1', line);
    rule = {
      ...rule,
      signal: { from: 'controller', junctionId: id, group: 'north' },
      section: { id, end: 'exit' },
      model: 'helmets',
      numbers: { ...rule.numbers, ...('limitKmh' in rule.numbers && { limitKmh: 60 }) },
    };
    expect(problemsOfRule(rule)).toEqual([]);
    expect(inputOfRule(rule)).not.toBeNull();
  });

  test('has an id of its own beside others of its kind', () => {
    const first = newRule(empty, 'speed', '', []);
    expect(newRule({ ...empty, rules: [first] }, 'speed', '', []).id).toBe('speed-2');
  });
});

test('a signal in the picture wants the red and the green lamp; an exit is wanted where one is needed', () => {
  const rule = newRule(empty, 'red-light', 'Red', ['a']);
  const lamps = { ...rule, signal: { ...rule.signal, from: 'picture' as const } };
  expect(problemsOfRule(lamps)).toEqual([
    { code: 'not-drawn', part: 'entry' },
    { code: 'not-drawn', part: 'red' },
    { code: 'not-drawn', part: 'green' },
    { code: 'no-exit' },
  ]);
  expect(problemsOfRule(rule)).toContainEqual({ code: 'no-signal' });
});

test('a lamp is the box between two corners, in whatever order they were set', () => {
  expect(
    boxOf([
      [0.5, 0.4],
      [0.25, 0.1],
    ]),
  ).toEqual([0.25, 0.1, 0.25, expect.closeTo(0.3)]);
  expect(boxOf(null)).toBeNull();
});
