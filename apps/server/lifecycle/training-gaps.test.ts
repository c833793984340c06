import type { Role } from '@amaan/contracts/api/me';
import { expect, test } from 'vitest';
import { operatorTrainingGaps } from './training-gaps.ts';

const somebody = (role: Role, missing: boolean) => ({
  person: role,
  name: `The ${role}`,
  role,
  records: [],
  gaps: missing ? [{ course: 'reviewing-alerts', expiredAt: null }] : [],
});

test('where nobody judges alerts, nobody is trained', () => {
  const nobody = [
    'Nobody is trained: there is no operator, supervisor, investigator or traffic reviewer with an account.',
  ];
  expect(operatorTrainingGaps([])).toEqual(nobody);
  expect(operatorTrainingGaps([somebody('auditor', false), somebody('governance-officer', true)])).toEqual(
    nobody,
  );
});

test('whoever judges alerts without training is named', () => {
  expect(operatorTrainingGaps([somebody('operator', false)])).toEqual([]);
  expect(operatorTrainingGaps([somebody('operator', false), somebody('supervisor', true)])).toEqual([
    'The training of 1 of 2 operators is missing or out of date: The supervisor.',
  ]);
});
