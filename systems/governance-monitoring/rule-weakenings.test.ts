import { describe, expect, test } from 'vitest';
import { ruleWeakenings, unwatchedSystems } from './rule-weakenings.ts';

const rule = {
  metric: 'error-rate',
  system: null,
  threshold: 0.5,
  minimumCount: 50,
  windowHours: 24,
  consequence: 'incident',
  severity: 'high',
  enabled: true,
} as const;

describe('a changed rule', () => {
  test.each([
    [{ enabled: false }, ['disabled']],
    [{ threshold: 0.51 }, ['limit']],
    [{ minimumCount: 51 }, ['minimum-count']],
    [{ windowHours: 1 }, ['window']],
    [{ windowHours: 48 }, ['window']],
    [{ consequence: 'note' }, ['consequence']],
    [{ severity: 'low' }, ['severity']],
    [{ system: 'smart-vision' }, ['fewer-systems']],
    [{ metric: 'override-rate' }, ['other-metric']],
    [{ threshold: 0.9, minimumCount: 1000 }, ['limit', 'minimum-count']],
  ] as const)('that watches less says in what: %j', (change, expected) => {
    expect(ruleWeakenings(rule, { ...rule, ...change })).toEqual(expected);
  });

  test.each([
    { threshold: 0.4 },
    { minimumCount: 10 },
    { consequence: 'suspend' },
    { severity: 'critical' },
    {},
  ] as const)('that watches as much or more is not weaker: %j', (change) => {
    expect(ruleWeakenings(rule, { ...rule, ...change })).toEqual([]);
  });

  test('is weaker with a lower limit where a low figure is the bad one', () => {
    const volume = { ...rule, metric: 'volume-ratio' } as const;
    expect(ruleWeakenings(volume, { ...volume, threshold: 0.4 })).toEqual(['limit']);
    expect(ruleWeakenings(volume, { ...volume, threshold: 0.6 })).toEqual([]);
  });

  test('cannot be weaker than disabled', () => {
    expect(ruleWeakenings({ ...rule, enabled: false }, { ...rule, threshold: 0.9 })).toEqual([]);
  });
});

test('a system is watched by a rule of its own or by one for all, while it is enabled', () => {
  const systems = ['crowd', 'smart-vision'];
  const own = { system: 'crowd', enabled: true };
  expect(unwatchedSystems([own], systems)).toEqual(['smart-vision']);
  expect(unwatchedSystems([own, { system: null, enabled: true }], systems)).toEqual([]);
  expect(unwatchedSystems([own, { system: null, enabled: false }], systems)).toEqual(['smart-vision']);
});
