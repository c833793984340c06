import type { HotlistImport } from '@amaan/contracts/plates/hotlist';
import { expect, test } from 'vitest';
import { splitCsv } from '../../../csv/split-csv.ts';
import { type ImportProgress, importParts, timeLeft } from './import-job.ts';

/** As the server: plates without a letter are bad. */
function answer(csv: string): HotlistImport {
  const lines = csv.trimEnd().split('\n').slice(1);
  const bad = lines.flatMap((text, index) =>
    /[A-Z]/.test(text) ? [] : [{ line: index + 2, text, reason: 'no letter' }],
  );
  return { added: lines.length - bad.length, known: 0, waiting: 0, bad, badLines: bad.length };
}

test('a file in parts names its bad lines by their place in the file', async () => {
  const seen: ImportProgress[] = [];
  const parts = splitCsv('plate\nLEA1\n111\nLEA2\nLEA3\n222\n', 2);
  await importParts(
    parts,
    async (csv) => answer(csv),
    (progress) => seen.push(progress),
  );
  expect(seen.map(({ done, total }) => `${done}/${total}`)).toEqual(['0/5', '2/5', '4/5', '5/5']);
  expect(seen.at(-1)?.result).toEqual({
    added: 3,
    known: 0,
    waiting: 0,
    badLines: 2,
    bad: [
      { line: 3, text: '111', reason: 'no letter' },
      { line: 6, text: '222', reason: 'no letter' },
    ],
  });
});

test('a failure ends the import and leaves what was done', async () => {
  const seen: ImportProgress[] = [];
  let calls = 0;
  const send = async (csv: string) => {
    calls += 1;
    if (calls === 2) throw new Error('gone');
    return answer(csv);
  };
  const parts = splitCsv('plate\nLEA1\nLEA2\nLEA3\n', 1);
  await expect(importParts(parts, send, (progress) => seen.push(progress))).rejects.toThrow('gone');
  expect(calls).toBe(2);
  expect(seen.at(-1)).toMatchObject({ done: 1, total: 3, result: { added: 1 } });
});

test('the time left follows the speed so far', () => {
  const result = answer('plate\n');
  expect(timeLeft({ done: 0, total: 10, result }, 500)).toBeNull();
  expect(timeLeft({ done: 5, total: 20, result }, 1000)).toBe(3000);
});
