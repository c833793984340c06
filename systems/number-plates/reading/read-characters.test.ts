import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALPHABET, CLASSES_OF } from './alphabet.ts';
import { readCharacters } from './read-characters.ts';

const CLASSES = 6625;

/** One step of the recogniser: how likely which characters are; the rest says that there is none. */
type Step = Readonly<Record<string, number>>;

function outputOf(steps: readonly Step[]) {
  const data = new Float32Array(steps.length * CLASSES);
  for (const [index, step] of steps.entries()) {
    let rest = 1;
    for (const [text, value] of Object.entries(step)) {
      rest -= value;
      const isSmall = text !== text.toUpperCase();
      const classes = CLASSES_OF[ALPHABET.indexOf(text.toUpperCase())]!;
      data[index * CLASSES + classes[isSmall ? 1 : 0]!] = value;
    }
    data[index * CLASSES] = Math.max(0, rest);
  }
  return { dims: [1, steps.length, CLASSES], data };
}

const textOf = (steps: readonly Step[]) =>
  readCharacters(outputOf(steps))
    .map(({ text }) => text)
    .join('');

test('every letter and digit has classes of its own', () => {
  expect(CLASSES_OF).toHaveLength(ALPHABET.length);
  const classes = CLASSES_OF.flat();
  expect(new Set(classes).size).toBe(classes.length);
  expect(classes.every((of) => of > 0 && of < CLASSES)).toBe(true);
});

describe('of the steps', () => {
  test('repeats are one character at its surest, and a blank between them makes two', () => {
    const read = readCharacters(outputOf([{ A: 0.6 }, { A: 0.9 }, { A: 0.7 }, {}, { A: 0.8 }, { B: 0.7 }]));
    expect(read.map(({ text }) => text).join('')).toBe('AAB');
    expect(read.map(({ confidence }) => Math.round(confidence * 100))).toEqual([90, 80, 70]);
  });

  test('small letters count as capitals, with what both are likely', () => {
    const [read] = readCharacters(outputOf([{ k: 0.4, K: 0.35 }]));
    expect(read?.text).toBe('K');
    expect(read?.confidence).toBeCloseTo(0.75, 5);
  });

  test('what is less likely than nothing, or hardly likely at all, is nothing', () => {
    expect(textOf([{ A: 0.4 }, { B: 0.5 }, { C: 0.14 }, {}])).toBe('B');
    const other = outputOf([{ D: 0.1 }]);
    // A character that no plate has is the likeliest.
    other.data[0] = 0;
    other.data[2] = 0.9;
    expect(readCharacters(other)).toEqual([]);
    expect(readCharacters({ dims: [1, 0, CLASSES], data: new Float32Array(0) })).toEqual([]);
  });

  test('any text is read as it is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{0,8}$/), (text) => {
        expect(textOf([...text].flatMap((character) => [{ [character]: 0.9 }, {}]))).toBe(text);
      }),
    );
  });
});

describe('second thoughts', () => {
  test('are listed likeliest first, four at most, and from one in a hundred up', () => {
    const [read] = readCharacters(
      outputOf([{ B: 0.5, '8': 0.2, R: 0.1, P: 0.05, D: 0.03, E: 0.02, F: 0.005 }]),
    );
    expect(read?.others.map(({ text }) => text)).toEqual(['8', 'R', 'P', 'D']);
    expect(readCharacters(outputOf([{ B: 0.98, '8': 0.005 }]))[0]?.others).toEqual([]);
  });

  test.each([
    ['O', '0'],
    ['0', 'O'],
    ['I', '1'],
    ['1', 'I'],
  ])('%s may always be %s', (text, twin) => {
    const [sure] = readCharacters(outputOf([{ [text]: 0.9 }]));
    expect(sure?.others).toEqual([{ text: twin, confidence: expect.closeTo(0.18, 5) }]);
    const [known] = readCharacters(outputOf([{ [text]: 0.5, [twin]: 0.4 }]));
    expect(known?.others[0]).toEqual({ text: twin, confidence: expect.closeTo(0.4, 5) });
  });
});
