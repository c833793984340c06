import { expect, test } from 'vitest';
import { Workspace } from './workspace.ts';

test('memory of the same sizes is used again for the next picture, and never twice for one', () => {
  const workspace = new Workspace();
  const first = [workspace.take(6), workspace.take(6), workspace.take(2)];
  expect(first[0]).not.toBe(first[1]);
  workspace.reset();
  const second = [workspace.take(6), workspace.take(6), workspace.take(2)];
  second.forEach((values, index) => {
    expect(values).toBe(first[index]);
  });
});

test('a picture of another size gets memory of its size', () => {
  const workspace = new Workspace();
  workspace.take(6);
  workspace.reset();
  expect(workspace.take(9)).toHaveLength(9);
});
