import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';

/** What is drawn of a rule. Exits have a number; a lamp is drawn by two opposite corners. */
export type RulePart = 'entry' | 'line' | 'solid' | 'zone' | Lamp | `exit-${number}`;

export const LAMPS = ['red', 'yellow', 'green'] as const;
export type Lamp = (typeof LAMPS)[number];

/** The numbers of rules, by the names that the contract gives them. */
export const RULE_NUMBERS = {
  graceMs: { min: 0, max: 5000, step: 100, initial: 500 },
  restSeconds: { min: 1, max: 60, step: 0.5, initial: 2 },
  leastMetres: { min: 3, max: 200, step: 1, initial: 10 },
  limitKmh: { min: 5, max: 200, step: 5, initial: null },
  toleranceKmh: { min: 0, max: 50, step: 1, initial: 5 },
  leastSeconds: { min: 0.5, max: 60, step: 0.5, initial: 2 },
  seconds: { min: 10, max: 7200, step: 10, initial: 180 },
  leastConfidence: { min: 0.5, max: 1, step: 0.01, initial: 0.95 },
  leastVerdicts: { min: 2, max: 20, step: 1, initial: 3 },
} as const;
export type RuleNumber = keyof typeof RULE_NUMBERS;

interface KindNeeds {
  /** Drawn lines and areas, beside exits and lamps. */
  readonly parts: readonly RulePart[];
  /** Of them, those that may be missing. */
  readonly optional: readonly RulePart[];
  readonly exits: 'none' | 'one-or-more' | 'any';
  readonly lanes: boolean;
  readonly signal: boolean;
  readonly numbers: readonly RuleNumber[];
}

const NOTHING: KindNeeds = {
  parts: [],
  optional: [],
  exits: 'none',
  lanes: true,
  signal: false,
  numbers: [],
};
const VERDICTS: KindNeeds = { ...NOTHING, numbers: ['leastConfidence', 'leastVerdicts'] };

/** What each kind of rule is made of. */
export const RULE_KINDS: Record<ViolationKind, KindNeeds> = {
  'red-light': {
    ...{ ...NOTHING, parts: ['entry'], exits: 'one-or-more', signal: true, numbers: ['graceMs'] },
  },
  'stop-line': {
    ...{ ...NOTHING, parts: ['entry'], exits: 'any', signal: true, numbers: ['graceMs', 'restSeconds'] },
  },
  'wrong-way': { ...NOTHING, numbers: ['leastMetres'] },
  speed: { ...NOTHING, numbers: ['limitKmh', 'toleranceKmh'] },
  'average-speed': { ...NOTHING, parts: ['line'] },
  lane: { ...NOTHING, parts: ['solid'], optional: ['solid'], numbers: ['leastSeconds'] },
  'prohibited-turn': { ...NOTHING, parts: ['entry'], exits: 'one-or-more' },
  'no-parking': { ...NOTHING, parts: ['zone'], lanes: false, numbers: ['seconds'] },
  helmet: VERDICTS,
  'seat-belt': VERDICTS,
};
