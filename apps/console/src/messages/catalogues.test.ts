import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { ur } from './ur.ts';

function sentencesOf(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else for (const [inner, sentence] of sentencesOf(value, here)) found.set(inner, sentence);
  }
  return found;
}

const english = sentencesOf(en);
const urdu = sentencesOf(ur);
const placeholders = (sentence: string) => (sentence.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? []).sort();

describe('the Urdu catalogue', () => {
  test('uses the same placeholders and marks as the English one', () => {
    for (const [key, sentence] of english) {
      expect(placeholders(urdu.get(key) ?? ''), key).toEqual(placeholders(sentence));
    }
  });

  test('is written in the Urdu script', () => {
    const withoutMarks = (sentence: string) => sentence.replaceAll(/\{\{\w+\}\}|<\/?\w+>/g, '');
    for (const [key, sentence] of urdu) {
      if (/[a-z]{3}/i.test(withoutMarks(english.get(key)!))) expect(sentence, key).toMatch(/[\u0600-\u06ff]/);
    }
  });

  test('uses Urdu letters, not the Arabic forms of kaf, yeh and heh', () => {
    for (const [key, sentence] of urdu) expect(sentence, key).not.toMatch(/[\u0643\u064a\u0629]/);
  });

  test('has a form for every plural that the language distinguishes', () => {
    const categories = new Intl.PluralRules('ur').resolvedOptions().pluralCategories;
    for (const key of urdu.keys()) {
      if (!key.endsWith('_other')) continue;
      for (const category of categories) expect(urdu.has(key.replace(/other$/, category)), key).toBe(true);
    }
  });
});
