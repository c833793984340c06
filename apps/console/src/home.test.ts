import { expect, test } from 'vitest';
import { homeOf } from './home.ts';

test.each([
  [['alert.read', 'case.read', 'record.read'], '/operations'],
  [['alert.read', 'violation-case.review'], '/operations'],
  [['violation-case.review', 'record.read'], '/violations'],
  [['case.read', 'camera.read'], '/cases'],
  [['camera.change', 'record.read'], '/cameras'],
  [['camera.read', 'record.read'], '/governance'],
  [['camera.read'], '/cameras'],
])('who may do %j begins at %s', (actions, home) => {
  expect(homeOf(actions)).toBe(home);
});
