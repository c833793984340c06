import { expect, test } from 'vitest';
import { confusionWord, matchColumns } from './plate-match.ts';

const spelled = (columns: ReturnType<typeof matchColumns>) =>
  columns.map(({ read, expected, cost }) => `${read || '–'}${expected || '–'}${cost > 0 ? cost : ''}`);

test('the same plate stands under itself', () => {
  expect(spelled(matchColumns({ readPlate: 'LEA1', entryPlate: 'LEA1', differences: [] }))).toEqual([
    'LL',
    'EE',
    'AA',
    '11',
  ]);
});

test('a confused character stands where it was confused', () => {
  const differences = [{ at: 1, read: 'O', expected: '0', cost: 0.25 }];
  expect(spelled(matchColumns({ readPlate: 'LO1', entryPlate: 'L01', differences }))).toEqual([
    'LL',
    'O00.25',
    '11',
  ]);
});

test('a missing or extra character leaves a hole, and what follows stays under itself', () => {
  const missing = [{ at: 1, read: '', expected: 'E', cost: 1.5 }];
  expect(spelled(matchColumns({ readPlate: 'LA1', entryPlate: 'LEA1', differences: missing }))).toEqual([
    'LL',
    '–E1.5',
    'AA',
    '11',
  ]);
  const extra = [{ at: 2, read: 'I', expected: '', cost: 1.5 }];
  expect(spelled(matchColumns({ readPlate: 'LEIA', entryPlate: 'LEA', differences: extra }))).toEqual([
    'LL',
    'EE',
    'I–1.5',
    'AA',
  ]);
  const last = [{ at: 2, read: 'X', expected: '', cost: 1.5 }];
  expect(spelled(matchColumns({ readPlate: 'LEX', entryPlate: 'LE', differences: last }))).toEqual([
    'LL',
    'EE',
    'X–1.5',
  ]);
});

test('cheap confusions are easy ones', () => {
  expect([0.1, 0.25, 0.5, 0.9].map(confusionWord)).toEqual(['easily', 'easily', 'sometimes', 'rarely']);
});
