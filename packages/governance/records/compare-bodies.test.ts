import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBodies } from './compare-bodies.ts';

describe('two versions of a body', () => {
  test('differ place by place', () => {
    const before = {
      answers: { a: { type: 'text', text: 'Old' }, b: { type: 'text', text: 'Gone' } },
      form: 1,
    };
    const after = {
      answers: { a: { type: 'text', text: 'New' }, c: { type: 'list', items: ['x'] } },
      form: 1,
    };
    expect(compareBodies(before, after)).toEqual({
      same: 2,
      differences: [
        { path: ['answers', 'a', 'text'], change: 'changed', before: 'Old', after: 'New' },
        { path: ['answers', 'c', 'type'], change: 'added', before: null, after: 'list' },
        { path: ['answers', 'c', 'items'], change: 'added', before: null, after: ['x'] },
        { path: ['answers', 'b', 'type'], change: 'removed', before: 'text', after: null },
        { path: ['answers', 'b', 'text'], change: 'removed', before: 'Gone', after: null },
      ],
    });
  });

  test('compare listed things by their id, so that moving one changes nothing', () => {
    const [one, two] = [
      { id: 'one', level: 1 },
      { id: 'two', level: 2 },
    ];
    expect(compareBodies({ impacts: [one, two] }, { impacts: [two, one] }).differences).toEqual([]);
    expect(compareBodies({ impacts: [one, two] }, { impacts: [two] }).differences).toMatchObject([
      { path: ['impacts', 'one', 'id'], change: 'removed' },
      { path: ['impacts', 'one', 'level'], change: 'removed' },
    ]);
  });

  test('do not differ from themselves, and differ both ways alike', () => {
    const body = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(body, body, (one, other) => {
        expect(compareBodies(one as never, one as never).differences).toEqual([]);
        const paths = (differences: { path: string[] }[]) =>
          differences.map(({ path }) => path.join('\0')).sort();
        expect(paths(compareBodies(one as never, other as never).differences)).toEqual(
          paths(compareBodies(other as never, one as never).differences),
        );
      }),
    );
  });
});
