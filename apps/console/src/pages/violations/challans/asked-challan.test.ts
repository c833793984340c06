import { expect, test } from 'vitest';
import { askedChallan } from './asked-challan.ts';

test.each([
  ['pb-26-7k3m9qxa-w', { number: 'PB-26-7K3M9QXA-W' }],
  [' LEA 4127 ', { plate: 'LEA4127' }],
  ['lea-17-4127', { plate: 'LEA174127' }],
  ['X', null],
  ['', null],
  ['نمبر', null],
  ['A'.repeat(13), null],
])('%j is taken for %j', (typed, asked) => {
  expect(askedChallan(typed)).toEqual(asked);
});
