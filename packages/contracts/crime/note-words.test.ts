import { expect, test } from 'vitest';
import { NOTE_CODES, noteWords } from './note-words.ts';

test('a note is a sentence in both languages, with its values in it', () => {
  expect(
    noteWords({
      about: 'data',
      code: 'data-period',
      values: { from: '2026-03-01T00:00:00.000Z', until: '2026-06-01T00:00:00.000Z' },
    }),
  ).toEqual({
    en: 'Incidents that may have happened between 2026-03-01 and 2026-06-01.',
    ur: 'وہ واقعات جو 2026-03-01 اور 2026-06-01 کے درمیان ہو سکتے ہیں۔',
  });
});

test('numbers are rounded, missing ones are dashes', () => {
  const words = (values: Record<string, number | null>) =>
    noteWords({ about: 'method', code: 'method-density', values: { kernel: 'quartic', ...values } }).en;
  expect(words({ metres: 412.345, cell: 12_500 })).toContain('bandwidth 412 m, cells of 12,500 m');
  expect(words({ metres: Number.NaN, cell: null })).toContain('bandwidth – m, cells of – m');
});

test('both languages of every code fill in the same values', () => {
  for (const code of NOTE_CODES) {
    const seen = new Set<string>();
    const values = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          seen.add(String(name));
          return `«${String(name)}»`;
        },
      },
    );
    const { en, ur } = noteWords({ about: 'data', code, values });
    for (const name of seen) {
      expect(en, code).toContain(`«${name}»`);
      expect(ur, code).toContain(`«${name}»`);
    }
  }
});

test('a code that is not known is shown as it is', () => {
  expect(noteWords({ about: 'data', code: 'data-new', values: { n: 1 } }).en).toBe('data-new {"n":1}');
});
