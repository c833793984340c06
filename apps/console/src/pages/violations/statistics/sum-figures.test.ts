import type { OfficerCameraCounts } from '@amaan/contracts/violations/violation-figures';
import { expect, test } from 'vitest';
import { addedUp, byMonth } from './sum-figures.ts';

const row = (month: string, issued: number, cancelled: number): OfficerCameraCounts => ({
  cameraId: '01980000-0000-7000-8000-000000000001',
  ...{ cameraName: 'Mall Road', month, issued, cancelled, contested: 1, lapsed: 0, byCause: {}, gaps: {} },
});

test('cameras are added month by month, oldest first', () => {
  expect(byMonth([row('2026-02', 5, 1), row('2026-01', 7, 0), row('2026-02', 3, 2)])).toEqual([
    { month: '2026-01', issued: 7, contested: 1, cancelled: 0, lapsed: 0 },
    { month: '2026-02', issued: 8, contested: 2, cancelled: 3, lapsed: 0 },
  ]);
});

test('what stands under a name is added, most first', () => {
  expect(addedUp<'a' | 'b'>([{ a: 1 }, { b: 4 }, { a: 2 }])).toEqual([
    { name: 'b', count: 4 },
    { name: 'a', count: 3 },
  ]);
  expect(addedUp([])).toEqual([]);
});
