import { expect, test } from 'vitest';
import { definitionDrift } from './definition-drift.ts';

const system = { id: 'smart-vision', name: 'Smart Vision AI' };
const change = {
  version: 2,
  digest: 'b'.repeat(64),
  before: 'a'.repeat(64),
  changed: ['prohibited'],
  stage: 'pilot',
} as const;

test('a change of what was promised under a system that people decided about is a grave finding', () => {
  for (const stage of ['validated', 'pilot', 'operational', 'retired'] as const)
    expect(definitionDrift(system, { ...change, stage })).toMatchObject({
      system: 'smart-vision',
      severity: 'high',
      what: expect.stringContaining('prohibited'),
      facts: { before: change.before, digest: change.digest },
    });
  expect(definitionDrift(system, { ...change, changed: ['limits'] })?.severity).toBe('medium');
});

test('the first entry, and one before anybody decided, is none', () => {
  expect(definitionDrift(system, { ...change, before: null })).toBeNull();
  expect(definitionDrift(system, { ...change, stage: 'proposed' })).toBeNull();
  expect(definitionDrift(system, { ...change, stage: 'designed' })).toBeNull();
});

test('a running system with another configuration alone is reported once, by its digest', () => {
  expect(definitionDrift(system, { ...change, changed: ['thresholds', 'version'] })).toBeNull();
  expect(definitionDrift(system, { ...change, changed: ['limits', 'version'] })).not.toBeNull();
  expect(definitionDrift(system, { ...change, stage: 'validated', changed: ['version'] })).not.toBeNull();
});

test('going back and forth is a finding each time', () => {
  const keys = [2, 3, 4].map((version) => definitionDrift(system, { ...change, version })?.key);
  expect(new Set(keys).size).toBe(3);
});
