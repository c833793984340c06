import { CANCEL_CAUSES } from '@amaan/contracts/violations/challan';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishViolationMonth } from './publish-violation-month.ts';

const month = '2026-10';
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 3000 }));
const cameras = fc
  .array(fc.record({ issued: count, contested: count, cancelled: count }), { maxLength: 8 })
  .map((rows) => rows.map((row, index) => ({ ...row, camera: `camera ${index}` })));
/** Splits a sum over causes. */
const split = (sum: number, cuts: readonly number[]) =>
  CANCEL_CAUSES.map((cause, index) => {
    const at = (i: number) => (i >= CANCEL_CAUSES.length ? sum : Math.floor(sum * ([0, ...cuts][i] ?? 1)));
    return { cause, count: at(index + 1) - at(index) };
  });
const cuts = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
  .map((some) => some.sort((a, b) => a - b));
const isSmall = (some: number) => some > 0 && some < 10;

test('no small count is published, nor one that could be had by subtraction, and all rows make up the total', () => {
  fc.assert(
    fc.property(cameras, cuts, (rows, cut) => {
      const cancelled = rows.reduce((sum, row) => sum + row.cancelled, 0);
      const published = publishViolationMonth({
        month,
        cameras: rows,
        causes: split(cancelled, cut),
        gaps: [],
      });
      if (published.state === 'withheld') return;
      for (const part of ['issued', 'contested', 'cancelled'] as const) {
        expect(isSmall(published[part])).toBe(false);
        let left = published[part];
        for (const row of published.byCamera) {
          expect(isSmall(row[part])).toBe(false);
          left -= row[part];
          expect(isSmall(left)).toBe(false);
        }
        expect(left).toBe(0);
      }
      for (const { count } of published.byCause) expect(isSmall(count)).toBe(false);
      expect(published.byCause.reduce((sum, { count }) => sum + count, 0)).toBe(published.cancelled);
      expect(published.byCamera.filter(({ camera }) => camera === null).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('a camera with few challans stands with the smallest of the others', () => {
  const row = (camera: string, issued: number, contested: number, cancelled: number) => ({
    ...{ camera, issued, contested, cancelled },
  });
  const published = publishViolationMonth({
    month,
    cameras: [row('Mall Road', 900, 40, 20), row('Kalma Chowk', 300, 20, 10), row('Thokar', 60, 2, 0)],
    causes: [
      { cause: 'contest-accepted', count: 22 },
      { cause: 'contest-lapsed', count: 3 },
      { cause: 'bulk', count: 5 },
    ],
    gaps: [
      { reason: 'signal-unknown', count: 412 },
      { reason: 'hidden', count: 4 },
    ],
  });
  expect(published).toEqual({
    ...{ state: 'published', month, issued: 1260, contested: 62, cancelled: 30 },
    byCause: [{ cause: 'together', count: 30 }],
    byCamera: [
      { camera: 'Mall Road', cameras: 1, issued: 900, contested: 40, cancelled: 20 },
      { camera: null, cameras: 2, issued: 360, contested: 22, cancelled: 10 },
    ],
    gaps: [{ reason: 'signal-unknown', count: 412 }],
  });
});

test('a month with a small total is withheld whole, and one in which nothing happened is not', () => {
  const few = { camera: 'a', issued: 400, contested: 3, cancelled: 0 };
  expect(publishViolationMonth({ month, cameras: [few], causes: [], gaps: [] })).toEqual({
    state: 'withheld',
    month,
  });
  expect(publishViolationMonth({ month, cameras: [], causes: [], gaps: [] })).toMatchObject({
    ...{ state: 'published', issued: 0, byCamera: [], byCause: [] },
  });
});
