import { expect, test } from 'vitest';
import { BilingualPages, english, urdu } from './bilingual-pages.ts';
import { readPdf } from './testing/read-pdf.ts';

/** The letters that a document of a sentence gives back, one each. */
async function lettersOf(sentence: string): Promise<Set<string>> {
  const pages = new BilingualPages({ title: 'Test', author: 'Test', at: '2026-11-26T06:00:00.000Z' });
  pages.both({ en: sentence, ur: sentence }, english(10), urdu(10));
  return new Set(readPdf(await pages.end()).text);
}

test('letters that share a glyph are those of the document, whatever was written before it', async () => {
  // Shapes without their dots: what a glyph stands for was once what it stood for first.
  await lettersOf('ڈاڑھی ڑوس چینک تہ قلی غم ذرہ ضد');
  const letters = await lettersOf('درد روس پنجتن نہ فلم عم صد');
  for (const letter of 'ڈڑقغذض') expect(letters).not.toContain(letter);
  expect(letters).toContain('د');
});
