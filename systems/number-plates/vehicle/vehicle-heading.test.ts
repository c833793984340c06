import type { Box } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vehicleHeading } from './vehicle-heading.ts';

const FIRST: Box = [0.4, 0.4, 0.1, 0.1];

test.each<[string, Box, ReturnType<typeof vehicleHeading>]>([
  ['grows', [0.38, 0.38, 0.16, 0.16], 'towards'],
  ['shrinks', [0.41, 0.41, 0.06, 0.06], 'away'],
  ['comes down the picture', [0.4, 0.5, 0.1, 0.1], 'towards'],
  ['goes up the picture', [0.4, 0.3, 0.1, 0.1], 'away'],
  ['shifts to the right', [0.6, 0.41, 0.1, 0.1], 'right'],
  ['shifts to the left', [0.1, 0.39, 0.12, 0.12], 'left'],
  ['stands', [0.41, 0.41, 0.1, 0.1], null],
])('a vehicle that %s', (_, last, heading) => {
  expect(vehicleHeading(FIRST, last)).toBe(heading);
});

test('on the mirrored picture left is right, and nothing else changes', () => {
  const part = fc.double({ min: 0.01, max: 0.45, noNaN: true });
  const box = fc.tuple(part, part, part, part).map((values): Box => values);
  const mirrored = ([x, y, width, height]: Box): Box => [1 - x - width, y, width, height];
  const other = { left: 'right', right: 'left' } as const;
  fc.assert(
    fc.property(box, box, (first, last) => {
      const across = Math.abs(last[0] + last[2] / 2 - first[0] - first[2] / 2);
      const down = Math.abs(last[1] + last[3] - first[1] - first[3]);
      // Rounding could put these on either side of a limit.
      fc.pre(Math.abs(across - 0.04) > 1e-9 && Math.abs(across - 1.5 * down) > 1e-9);
      const heading = vehicleHeading(first, last);
      const seen = vehicleHeading(mirrored(first), mirrored(last));
      expect(seen).toBe(heading === 'left' || heading === 'right' ? other[heading] : heading);
    }),
  );
});
