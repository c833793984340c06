import type { ControlView } from '@amaan/contracts/governance/control';
import { expect, test } from 'vitest';
import { controlCsv } from './control-csv.ts';

const control: ControlView = {
  standard: 'iso-42001',
  id: 'A.2.2',
  group: 'A.2',
  wording: { en: 'There is a "policy", written', ur: 'پالیسی ہے' },
  expected: { en: 'Policy', ur: 'پالیسی' },
  mandatory: false,
  statement: {
    applicability: 'applicable',
    justification: '=HYPERLINK("x")',
    implementation: 'planned',
    owner: null,
    notes: '',
  },
  record: null,
  status: 'no-evidence',
  reason: { en: 'Nothing shows it.', ur: 'کوئی ثبوت نہیں۔' },
  evidence: 'none',
  live: null,
  documents: [],
};

test('quotes cells, and lets no spreadsheet run one as a formula', () => {
  const [head, line, end] = controlCsv([control], 'en').split('\r\n');
  expect(head).toMatch(/^"standard","control"/);
  expect(line).toBe(
    `"iso-42001","A.2.2","There is a ""policy"", written","applicable","'=HYPERLINK(""x"")","planned","","no-evidence","Nothing shows it.","none","",""`,
  );
  expect(end).toBe('');
  expect(controlCsv([control], 'ur')).toContain('"پالیسی ہے"');
});
