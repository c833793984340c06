import type { PhaseLogged } from '@amaan/contracts/violations/phase-log';
import { expect, test } from 'vitest';
import { momentDoubt } from './prove-signal.ts';

const START = Date.parse('2026-03-01T08:00:00.000Z');
const at = (ms: number) => new Date(START + ms).toISOString();
const shown = (light: PhaseLogged['light'], from: number, to: number, change: Partial<PhaseLogged> = {}) => ({
  ...{ junctionId: '0190a000-0000-7000-8000-00000000a0a0', group: 'north', light, errorMs: 50 },
  ...{ from: at(from), to: at(to), source: 'controller' as const },
  clock: { offsetMs: 2, errorMs: 20, measuredAt: at(0) },
  ...change,
});
const log = [shown('green', 0, 10_000), shown('yellow', 10_000, 13_000), shown('red', 13_000, 40_000)];
const doubt = (ms: number, errorMs = 60, phases: readonly PhaseLogged[] = log) =>
  momentDoubt(phases, { what: 'entry', at: START + ms, errorMs });

test('red over all of a moment with its errors is proven', () => {
  expect(doubt(20_000)).toBeNull();
  expect(doubt(13_110)).toBeNull();
  expect(doubt(39_890)).toBeNull();
});

test('in doubt it is not: errors reach into yellow, or out of the red', () => {
  expect(doubt(13_109)).toContain('too near');
  expect(doubt(39_891)).toContain('too near');
  expect(doubt(20_000, 7_000)).toContain('too near');
});

test.each([
  ['green', 5000],
  ['yellow', 11_500],
])('%s at the time is said', (light, ms) => {
  expect(doubt(ms)).toContain(`log says ${light}`);
});

test('a gap proves nothing, and neither does a clock that nobody proved', () => {
  expect(doubt(60_000)).toContain('gap');
  expect(doubt(20_000, 60, [shown('red', 13_000, 40_000, { clock: null })])).toContain('clock');
  // Two reds with a gap between them.
  const torn = [shown('red', 13_000, 19_900), shown('red', 20_100, 40_000)];
  expect(doubt(20_000, 60, torn)).toContain('gap');
});
