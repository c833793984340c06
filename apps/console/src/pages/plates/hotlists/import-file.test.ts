import { LARGEST_HOTLIST_BYTES } from '@amaan/contracts/plates/hotlist';
import { expect, test } from 'vitest';
import { fileProblem } from './import-file.ts';

const problemOf = (text: BlobPart) => fileProblem(new File([text], 'entries.csv'));

test.each(['plate\nLEA1\n', '\uFEFF"Plate";Note\r\nLEA1;a\r\n', 'note\tcase_number\tPLATE\na\tb\tLEA1'])(
  '%j can be sent',
  async (text) => {
    expect(await problemOf(text)).toBeNull();
  },
);

test.each([
  ['', 'emptyFile'],
  ['\n\n', 'emptyFile'],
  ['plate,note\n', 'emptyFile'],
  ['plate,note\r\n\r\n', 'emptyFile'],
  ['LEA-1234,white\nABC-123,red\n', 'noColumn'],
  ['number plates\nLEA1\n', 'noColumn'],
  [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'noColumn'],
] as const)('%j cannot: %s', async (text, problem) => {
  expect(await problemOf(text as BlobPart)).toBe(problem);
});

test('a file that no request may have is not even read', async () => {
  const huge = { size: LARGEST_HOTLIST_BYTES + 1 } as File;
  expect(await fileProblem(huge)).toBe('largeFile');
});
