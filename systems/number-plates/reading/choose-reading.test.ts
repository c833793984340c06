import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT_IDS, patternsOf } from '../formats/formats.ts';
import { formatOf } from '../formats/plate-format.ts';
import { ALPHABET } from './alphabet.ts';
import { chooseReading } from './choose-reading.ts';
import type { ReadCharacter } from './read-characters.ts';

const ALL = patternsOf(FORMAT_IDS);
const PUNJAB = patternsOf(['punjab']);

/** Characters read as surely as that, each with what else it may be. */
function read(text: string, confidence = 0.95, others: Readonly<Record<number, [string, number]>> = {}) {
  return [...text].map((character, index): ReadCharacter => {
    const other = others[index];
    return {
      text: character,
      confidence,
      others: other ? [{ text: other[0], confidence: other[1] }] : [],
    };
  });
}

const characterArbitrary = (least: number): fc.Arbitrary<ReadCharacter> =>
  fc
    .tuple(
      fc.double({ min: least, max: 1, noNaN: true }),
      fc.uniqueArray(fc.constantFrom(...ALPHABET), { minLength: 1, maxLength: 5 }),
    )
    .map(([confidence, [text, ...others]]) => ({
      text: text!,
      confidence,
      others: others.map((other, index) => ({
        text: other,
        confidence: Math.max(0.01, (1 - confidence) / 2 ** (index + 1)),
      })),
    }));
const charactersArbitrary = (least: number) =>
  fc.array(characterArbitrary(least), { minLength: 0, maxLength: 11 });

/** Whether a text can be had from characters by leaving some out and taking some for what else they may be. */
function comesFrom(text: string, characters: readonly ReadCharacter[]): boolean {
  let from = 0;
  for (const wanted of text) {
    while (from < characters.length && !mayBe(characters[from]!, wanted)) from += 1;
    if (from === characters.length) return false;
    from += 1;
  }
  return true;
}

const mayBe = ({ text, others }: ReadCharacter, wanted: string) =>
  text === wanted || others.some((other) => other.text === wanted);

describe('a format chooses between what was read', () => {
  test('and never adds a character', () => {
    fc.assert(
      fc.property(charactersArbitrary(0.15), (characters) => {
        const { text, characters: chosen } = chooseReading(characters, ALL);
        expect(comesFrom(text, characters)).toBe(true);
        expect(characters.length - text.length).toBeLessThanOrEqual(2);
        expect(chosen.map((one) => one.text).join('')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('and what it names has that format; what has none stays as it was read', () => {
    fc.assert(
      fc.property(charactersArbitrary(0.15), (characters) => {
        const { text, format, confidence } = chooseReading(characters, ALL);
        if (format === null) expect(text).toBe(characters.map((one) => one.text).join(''));
        else expect(formatOf(text, patternsOf([format]))).not.toBeNull();
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  test('but leaves out no character that was surely read', () => {
    fc.assert(
      fc.property(charactersArbitrary(0.95), (characters) => {
        expect(chooseReading(characters, ALL).text).toHaveLength(characters.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('twins', () => {
  test('are told apart by the format, and the shape that was seen stays among the others', () => {
    const zero = chooseReading(read('LEO1234', 0.9, { 2: ['0', 0.18] }), PUNJAB);
    expect(zero).toMatchObject({ text: 'LEO1234', format: 'punjab' });
    const digit = chooseReading(read('LEAI234', 0.9, { 3: ['1', 0.18] }), PUNJAB);
    expect(digit).toMatchObject({ text: 'LEA1234', format: 'punjab' });
    expect(digit.characters[3]).toMatchObject({ text: '1', others: [{ text: 'I', confidence: 0.9 }] });
  });

  test('stay as they were read where no format is expected', () => {
    const twins = read('LEAI23O', 0.9, { 3: ['1', 0.18], 6: ['0', 0.18] });
    expect(chooseReading(twins, [])).toMatchObject({ text: 'LEAI23O', format: null });
  });
});

describe('a mark between the groups', () => {
  const sealed = (confidence: number): ReadCharacter[] => [
    ...read('LEA', 0.97),
    { text: 'O', confidence, others: [] },
    ...read('1234', 0.97),
  ];

  test('that is doubtful is dropped when a format fits', () => {
    expect(chooseReading(sealed(0.3), PUNJAB)).toMatchObject({ text: 'LEA1234', format: 'punjab' });
  });

  test('that is surely a character is not', () => {
    expect(chooseReading(sealed(0.97), PUNJAB)).toMatchObject({ text: 'LEAO1234', format: null });
  });

  test('is kept when no format would fit without it', () => {
    expect(chooseReading(sealed(0.3), patternsOf(['brazilian']).slice(1))).toMatchObject({
      text: 'LEAO1234',
      format: null,
    });
  });
});

test('a reading is as sure as its less sure half', () => {
  const characters = [0.9, 0.4, 0.9, 0.9].map((confidence, index) => ({
    ...read('KING')[index]!,
    confidence,
  }));
  expect(chooseReading(characters, []).confidence).toBeCloseTo(Math.sqrt(0.4 * 0.9), 9);
  expect(chooseReading([], ALL)).toMatchObject({ text: '', confidence: 0, format: null });
});

test('of formats that fit alike the first one names it', () => {
  expect(chooseReading(read('ABC123'), patternsOf(['sindh', 'punjab'])).format).toBe('sindh');
  expect(chooseReading(read('ABC123'), patternsOf(['punjab', 'sindh'])).format).toBe('punjab');
});
