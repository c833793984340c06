import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confusableWith, confusionCost } from '../confusable-characters.ts';
import { likePattern, matchCost, platePattern, sievePattern, spellingsWithin } from './plate-pattern.ts';

const characters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const plate = fc
  .array(fc.constantFrom(...characters), { minLength: 2, maxLength: 8 })
  .map((all) => all.join(''));
const query = fc
  .array(fc.constantFrom(...characters, '?', '*'), { minLength: 2, maxLength: 8 })
  .map((all) => all.join(''));
/** The meaning of a pattern, told independently. */
const asRegExp = (text: string) => new RegExp(`^${text.replaceAll('?', '.').replaceAll('*', '.*')}$`);

describe('a plate pattern', () => {
  test.each([
    ['LE?1?34', 'LEA1234', 0],
    ['LE?1?34', 'LEA12345', null],
    ['LE*34', 'LE34', 0],
    ['*A*', 'LEA1234', 0],
    ['LEA1234', 'LEA1Z34', null],
  ])('%s on %s costs %s', (text, read, cost) => {
    expect(matchCost(platePattern(text), read)).toBe(cost);
  });

  test('within a tolerance what is read alike fits, at the sum of its confusions', () => {
    expect(matchCost(platePattern('LEO1234'), 'LE0I234', 0.5)).toBe(0.5);
    expect(matchCost(platePattern('LEO1234'), 'LE0I234', 0.25)).toBeNull();
    expect(matchCost(platePattern('LEO*4'), 'LE01234', 3)).toBe(0.25);
  });

  test('knows its fixed ends', () => {
    expect(platePattern('LE?1**34')).toEqual({ text: 'LE?1*34', exact: false, prefix: 'LE', suffix: '34' });
    expect(platePattern('LEA1234')).toMatchObject({ exact: true, prefix: 'LEA1234' });
  });

  test('without a tolerance means what its wildcards mean, in SQL as well', () => {
    fc.assert(
      fc.property(query, plate, (text, read) => {
        const pattern = platePattern(text);
        const fits = asRegExp(text).test(read);
        expect(matchCost(pattern, read) === 0).toBe(fits);
        expect(asRegExp(likePattern(pattern).replaceAll('_', '?').replaceAll('%', '*')).test(read)).toBe(
          fits,
        );
      }),
    );
  });

  test('its sieve loses nothing that is within the tolerance', () => {
    fc.assert(
      fc.property(plate, fc.double({ min: 0, max: 3, noNaN: true }), fc.nat(), (meant, tolerance, seed) => {
        const read = [...meant]
          .map((sign, at) => {
            const likely = confusableWith(sign, 1);
            return likely[(seed + at * 7) % likely.length]!;
          })
          .join('');
        const cost = matchCost(platePattern(meant), read, tolerance);
        const sum = [...meant].reduce((total, sign, at) => total + confusionCost(read[at]!, sign), 0);
        expect(cost).toBe(sum <= tolerance ? sum : null);
        if (cost === null) return;
        expect(new RegExp(sievePattern(platePattern(meant), tolerance)).test(read)).toBe(true);
        const listed = spellingsWithin(meant, tolerance);
        if (listed !== null) expect(listed).toContain(read);
      }),
    );
  });

  test('confusions are mutual, and those that nobody makes cost everything', () => {
    for (const a of characters)
      for (const b of characters) expect(confusionCost(a, b)).toBe(confusionCost(b, a));
    expect(confusionCost('A', 'Z')).toBe(Number.POSITIVE_INFINITY);
    expect(confusableWith('0', 0.5)).toEqual(['0', 'O', 'D', 'Q']);
  });
});
