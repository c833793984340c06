import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphOf, visualRuns } from './visual-runs.ts';

/** A line as it is seen from left to right, each run in brackets: `a` Arabic letters in the order of reading, `l` others. */
const seen = (text: string, direction: 'ltr' | 'rtl') =>
  visualRuns(paragraphOf(text, direction)).map(({ text: run, script }) => `${script[0]}[${run}]`);

describe('runs from left to right', () => {
  test('of English are the text itself', () => {
    expect(seen('Pay by 7 December', 'ltr')).toEqual(['l[Pay by 7 December]']);
  });

  test('of Urdu stand as one run in the order of reading', () => {
    expect(seen('سرخ بتی', 'rtl')).toEqual(['a[سرخ بتی]']);
  });

  test('keep figures and plates in their own direction, with the sentence running from the right', () => {
    expect(seen('گاڑی LEA-4127 نے', 'rtl')).toEqual(['a[ نے]', 'l[LEA-4127]', 'a[گاڑی ]']);
    expect(seen('2,000 روپے', 'rtl')).toEqual(['a[ روپے]', 'l[2,000]']);
    expect(seen('رات 8:15 بجے', 'rtl')).toEqual(['a[ بجے]', 'l[8:15]', 'a[رات ]']);
  });

  test('mirror brackets of what is read from the right', () => {
    expect(seen('(مال)', 'rtl')).toEqual(['l[(]', 'a[مال]', 'l[)]']);
    expect(seen('مال (A4) روڈ', 'rtl')).toEqual(['a[ روڈ]', 'l[(]', 'l[A4]', 'l[)]', 'a[مال ]']);
  });

  test('put signs without letters as they are seen', () => {
    expect(seen('روڈ):', 'rtl')).toEqual(['l[:(]', 'a[روڈ]']);
  });

  test('keep Urdu within English where it stands', () => {
    expect(seen('at مال روڈ now', 'ltr')).toEqual(['l[at ]', 'a[مال روڈ]', 'l[ now]']);
  });

  test('take letters with marks from their own file', () => {
    expect(seen('Kashmīr', 'ltr').map((run) => run.split('[')[1])).toEqual(['Kashm]', 'ī]', 'r]']);
  });
});

test('no character is lost or added, whatever the text and wherever the line is cut', () => {
  const pieces = fc.constantFrom(
    'گاڑی',
    ' ',
    'LEA-4127',
    '(',
    ')',
    '۔',
    '12',
    '،',
    'ā',
    '\u200c',
    '😀',
    ':',
    '«',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.boolean(), (parts, urdu) => {
      const text = parts.join('');
      const runs = visualRuns(paragraphOf(text, urdu ? 'rtl' : 'ltr'));
      const plain = (some: string) => [...some.replaceAll(/[()«»]/g, '|')].sort().join('');
      expect(plain(runs.map((run) => run.text).join(''))).toBe(plain(text));
    }),
  );
});

test('an isolate keeps figures together in Urdu, and is not drawn itself', () => {
  expect(seen('وقت 78.6–82.2', 'rtl').join('')).not.toContain('78.6–82.2');
  const held = seen('وقت \u206678.6–82.2\u2069', 'rtl').join('');
  expect(held).toContain('[78.6–82.2]');
  expect(held).not.toMatch(/[\u2066\u2069]/);
});
