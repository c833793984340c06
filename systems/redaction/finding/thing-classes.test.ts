import type { ObjectClass } from '@amaan/contracts/object-class';
import { expect, test } from 'vitest';
import { withScreens } from './thing-classes.ts';

test('televisions, laptops and telephones are screens, and everything else is what it was', () => {
  const coco: (ObjectClass | null)[] = Array.from({ length: 80 }, (_, index) =>
    index === 0 ? 'person' : null,
  );
  const named = withScreens(coco);
  expect(named).toHaveLength(80);
  expect(named[0]).toBe('person');
  expect(named.flatMap((name, index) => (name === 'screen' ? [index] : []))).toEqual([62, 63, 67]);
  expect(named.filter((name) => name === null)).toHaveLength(76);
});
