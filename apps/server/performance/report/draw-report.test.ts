import { expect, test } from 'vitest';
import { readPdf } from '../../pdf/testing/read-pdf.ts';
import { drawReport } from './draw-report.ts';
import { reportFactsOf } from './testing/report-facts-of.ts';

test('a report says what the week was like in both languages, marks what is simulated, and names no rank that is open', async () => {
  const bytes = await drawReport(reportFactsOf());
  const pdf = readPdf(bytes);
  // Lines break anywhere.
  const close = (text: string) => text.replace(/\s+/g, '');
  expect(pdf.missing).toBe(0);
  expect(pdf.pages).toBe(2);
  for (const said of [
    'SIMULATED',
    '16 November 2026 to 22 November 2026',
    'calls came in',
    '40 alerts were raised',
    'Ranks cannot be told apart among Lahore and',
    'No call came for 5 h',
    'Multan, Gulgasht: 31 of 200 calls',
    'Nothing here is about any person',
  ])
    expect(close(pdf.text)).toContain(close(said));
  for (const letter of 'لامنہوےعرسک') expect(pdf.text).toContain(letter);
  expect(Buffer.compare(bytes, await drawReport(reportFactsOf()))).toBe(0);
});

test('a week of which little is known says so, and has no mark when it is real', async () => {
  const facts = reportFactsOf({ simulated: false });
  const { text, missing } = readPdf(
    await drawReport({
      ...facts,
      league: { ...facts.league, rows: [], together: [] },
      quality: { ...facts.quality, flags: [] },
      chart: { ...facts.chart, centre: null, points: [] },
    }),
  );
  expect(missing).toBe(0);
  expect(text).not.toContain('SIMULATED');
  for (const said of ['nothing to rank', 'Nothing was found', 'too few days'])
    expect(text.replace(/\s+/g, '')).toContain(said.replaceAll(' ', ''));
});

test('the report of a site is headed by its name and ranks its stations', async () => {
  const facts = reportFactsOf();
  const rows = facts.league.rows.map((row) => ({
    ...row,
    siteName: 'Lahore',
    station: `Station ${row.siteName}`,
  }));
  const { text, missing } = readPdf(
    await drawReport({ ...facts, site: 'Lahore', league: { ...facts.league, rows } }),
  );
  expect(missing).toBe(0);
  for (const said of ['Lahore, 16 November 2026', 'Order of stations', 'Station Multan'])
    expect(text.replace(/\s+/g, '')).toContain(said.replaceAll(' ', ''));
  expect(text.replace(/\s+/g, '')).not.toContain('Orderofcities');
});
