import { expect, test } from 'vitest';
import { explainedSubject } from './explained-subject.ts';

const ID = '0195d5f0-0000-7000-8000-000000000000';

test('alerts and face matches can be explained, and nothing that only looks like them', () => {
  expect(explainedSubject(`alert:${ID}`)).toEqual({ kind: 'alert', id: ID });
  expect(explainedSubject(`face-match:${ID}`)).toEqual({ kind: 'face-match', id: ID });
  for (const subject of [`rule:${ID}`, 'face-match-answers', 'alert:', `alert:${ID}/x`, `alerts:${ID}`, ''])
    expect(explainedSubject(subject), subject).toBeNull();
});
