import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChallanNumber } from './challan.ts';
import { challanNumber, readChallanNumber } from './challan-number.ts';
import { PROVINCES, type Province } from './law.ts';

const provinces = fc.constantFrom(...(Object.keys(PROVINCES) as Province[]));
const random = fc.uint8Array({ minLength: 5, maxLength: 5 });
const numbers = fc
  .tuple(provinces, fc.integer({ min: 2024, max: 2099 }), random)
  .map(([province, year, bytes]) => challanNumber(province, year, bytes));

test('a number has its shape, and is read back from how people type it', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(ChallanNumber.parse(number)).toBe(number);
      const typed = number.toLowerCase().replaceAll('-', ' ');
      expect(readChallanNumber(typed)).toBe(number);
      const letters = number.slice(0, 6) + number.slice(6, 14).replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readChallanNumber(letters + number.slice(14))).toBe(number);
    }),
  );
});

test('all forty bits of the random bytes are in it', () => {
  fc.assert(
    fc.property(random, random, (a, b) => {
      const same = Buffer.from(a).equals(Buffer.from(b));
      expect(challanNumber('punjab', 2026, a) === challanNumber('punjab', 2026, b)).toBe(same);
    }),
  );
});

test('one wrong character is noticed, and two neighbours of the code that are swapped', () => {
  const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 6, max: 13 }),
      fc.constantFrom(...symbols),
      (number, at, symbol) => {
        const changed = number.slice(0, at) + symbol + number.slice(at + 1);
        expect(readChallanNumber(changed)).toBe(changed === number ? number : null);
        if (at === 13) return;
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(readChallanNumber(swapped)).toBe(swapped === number ? number : null);
      },
    ),
  );
});

test.each(['', 'PB-26', 'PB-26-00000000-', 'XX-26-00000000-0', 'PB-26-UUUUUUUU-0', "PB-26-0000'000-0", 'پب'])(
  '%j is no number',
  (text) => {
    expect(readChallanNumber(text)).toBeNull();
  },
);

test('four bytes are no source of a number', () => {
  expect(() => challanNumber('sindh', 2026, new Uint8Array(4))).toThrow(RangeError);
});
