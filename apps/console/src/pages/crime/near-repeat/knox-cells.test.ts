import { expect, test } from 'vitest';
import { knoxCells } from './knox-cells.ts';

test('a cell is significant when it has more pairs than chance explains, and never when it has fewer', () => {
  const cells = knoxCells(
    {
      ...{ kind: 'near-repeat', metres: [100, null], days: [7, null], advice: null, windows: [] },
      observed: [
        [30, 5],
        [4, 0],
      ],
      expected: [
        [15, 10],
        [4, 0],
      ],
      p: [
        [0.001, 0.001],
        [0.5, 1],
      ],
    },
    0.05,
  );
  expect(cells[0]![0]).toMatchObject({ ratio: 2, significant: true });
  expect(cells[0]![1]).toMatchObject({ ratio: 0.5, significant: false });
  expect(cells[1]![1]).toMatchObject({ ratio: null, significant: false });
});
