import { expect, test } from 'vitest';
import { weakParts } from './weak-parts.ts';

const good = { total: 0.8, size: 0.8, pose: 0.8, sharpness: 0.8, light: 0.8, visibility: 0.8 };

test('a good face has nothing weak, also where the whole is low', () => {
  expect(weakParts(good)).toEqual([]);
  expect(weakParts({ ...good, total: 0.1 })).toEqual([]);
});

test('what is weak is named, the weakest first; what is just enough is not', () => {
  expect(weakParts({ ...good, light: 0.4, size: 0.1, pose: 0.5 })).toEqual(['size', 'light']);
  expect(weakParts({ total: 0, size: 0, pose: 0, sharpness: 0, light: 0, visibility: 0 })).toHaveLength(5);
});
