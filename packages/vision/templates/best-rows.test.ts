import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BestRows, type FoundRow } from './best-rows.ts';

const found = fc.record({ person: fc.nat(6), similarity: fc.integer({ min: 0, max: 8 }) });
const rows = fc.array(found, { maxLength: 400 }).map((all) =>
  all.map(
    ({ person, similarity }, row): FoundRow => ({
      row,
      similarity: similarity / 8,
      person: [0, 0, 0, person],
    }),
  ),
);
const wanted = fc.record({
  threshold: fc.integer({ min: 0, max: 9 }).map((eighths) => eighths / 8),
  hits: fc.nat(50),
  persons: fc.integer({ min: 1, max: 5 }),
});

test('keeps what sorting all of them would give, in whatever order they come', () => {
  fc.assert(
    fc.property(rows, wanted, fc.infiniteStream(fc.nat()), (all, want, random) => {
      const best = new BestRows(want);
      const order = all
        .map((row) => ({ row, at: random.next().value as number }))
        .toSorted((a, b) => a.at - b.at);
      for (const { row } of order) best.offer(row);

      const sorted = all.toSorted((a, b) => b.similarity - a.similarity || a.row - b.row);
      const over = sorted.filter(({ similarity }) => similarity >= want.threshold);
      const firsts = sorted.filter(
        (row, at) => sorted.findIndex(({ person }) => person[3] === row.person[3]) === at,
      );
      expect(best.hits()).toEqual(over.slice(0, want.hits));
      expect(best.hitCount).toBe(over.length);
      expect(best.persons()).toEqual(firsts.slice(0, want.persons));
    }),
  );
});

test('nothing under the bound would have changed anything', () => {
  fc.assert(
    fc.property(rows, wanted, (all, want) => {
      const [every, some] = [new BestRows(want), new BestRows(want)];
      for (const row of all) {
        every.offer(row);
        if (row.similarity >= some.bound) some.offer(row);
      }
      expect(some.persons()).toEqual(every.persons());
      expect(some.hits()).toEqual(every.hits());
      expect(some.hitCount).toBe(every.hitCount);
    }),
  );
});
