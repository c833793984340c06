import { expect, test } from 'vitest';
import { viridis } from './viridis.ts';

test('the ends are dark purple and yellow, and it grows lighter all the way', () => {
  expect(viridis(0)).toEqual([68, 1, 84]);
  expect(viridis(1)).toEqual([253, 231, 37]);
  expect(viridis(-3)).toEqual(viridis(0));
  expect(viridis(9)).toEqual(viridis(1));
  // Rec. 709 luma of values that are not linear: enough to tell the order.
  const luma = Array.from({ length: 21 }, (_, step) => {
    const [red, green, blue] = viridis(step / 20);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  expect(luma).toEqual(luma.toSorted((a, b) => a - b));
});
