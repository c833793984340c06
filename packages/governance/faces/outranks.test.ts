import { ROLES } from '@amaan/contracts/api/me';
import { expect, test } from 'vitest';
import { outranks } from './outranks.ts';

test('nobody outranks themselves, and of two only one outranks the other', () => {
  for (const one of ROLES)
    for (const other of ROLES) expect(outranks(one, other) && outranks(other, one)).toBe(false);
});

test('a supervisor outranks an investigator; who runs or judges the system outranks nobody', () => {
  expect(outranks('supervisor', 'investigator')).toBe(true);
  expect(outranks('investigator', 'supervisor')).toBe(false);
  for (const role of ['administrator', 'auditor', 'governance-officer', 'command-line', 'nobody'])
    for (const other of ROLES) expect(outranks(role, other)).toBe(false);
});
