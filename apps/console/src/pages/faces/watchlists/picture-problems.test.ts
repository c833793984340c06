import { expect, test } from 'vitest';
import { pictureProblems } from './picture-problems.ts';

const TODAY = '2026-11-26';
const good = {
  file: { size: 1000 },
  source: 'Police record',
  lawfulness: 'Taken on arrest under the act',
  takenOn: TODAY,
};

test('a whole picture has no problem', () => expect([...pictureProblems(good, TODAY)]).toEqual([]));

test('what is missing, too large or from the future is named', () => {
  expect([...pictureProblems({ file: null, source: ' ', lawfulness: 'short', takenOn: '' }, TODAY)]).toEqual([
    'fileNeeded',
    'sourceNeeded',
    'lawfulnessNeeded',
    'takenNeeded',
  ]);
  expect([...pictureProblems({ ...good, file: { size: 15 * 1024 * 1024 + 1 } }, TODAY)]).toEqual([
    'fileLarge',
  ]);
  expect([...pictureProblems({ ...good, takenOn: '2026-11-27' }, TODAY)]).toEqual(['takenNeeded']);
});
