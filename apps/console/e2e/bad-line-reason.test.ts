import { parseHotlistCsv } from '@amaan/vehicle-trace/hotlist/parse-hotlist-csv';
import { expect, test } from 'vitest';
import { badLineReason } from '../src/pages/plates/hotlists/bad-line-reason.ts';

/** The sentence of the server for a line. */
function sentenceOf(line: string): string {
  const [found] = parseHotlistCsv(`plate,note,case_number,expires_on\n${line}\n`);
  if (found === undefined || !('reason' in found)) throw new Error(`${line} is good`);
  return found.reason;
}

test.each([
  ['LEA1\uFFFD', 'encoding'],
  ['LEA1,a\0', 'character'],
  ['"LEA1', 'quotation'],
  [',note', 'noPlate'],
  ['؟؟؟', 'plate'],
  ['LEA1,,,tomorrow', 'day'],
  [`LEA1,${'n'.repeat(501)}`, 'note'],
  [`LEA1,,${'n'.repeat(41)}`, 'caseNumber'],
] as const)('what the server says of %j is known', (line, reason) => {
  expect(badLineReason(sentenceOf(line))).toEqual({ reason, values: {} });
});

test('numbers and days are taken along', () => {
  expect(badLineReason(sentenceOf('LEA1,a,b,2030-01-01,e'))).toEqual({
    reason: 'fields',
    values: { fields: '5', columns: '4' },
  });
  const past = 'The entry would end on 2026-01-01, which is not after today (2026-03-01, UTC).';
  expect(badLineReason(past)).toEqual({ reason: 'past', values: { day: '2026-01-01' } });
  const late = 'The entry would end on 2028-01-01, after its hotlist (2027-12-31).';
  expect(badLineReason(late)).toEqual({
    reason: 'afterList',
    values: { day: '2028-01-01', end: '2027-12-31' },
  });
});

test('a sentence that nobody knows is none of them', () => {
  expect(badLineReason('The moon is full.')).toBeNull();
});
