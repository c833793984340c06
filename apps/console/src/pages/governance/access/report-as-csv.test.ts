import type { AccessReportLine } from '@amaan/contracts/api/access-report';
import { expect, test } from 'vitest';
import { reportAsCsv } from './report-as-csv.ts';

const line: AccessReportLine = {
  ...{ userId: 'u', username: 'ayesha', name: 'Ayesha "A" K', person: '=1+1', role: 'operator' },
  ...{ sites: 'all', disabled: false, from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z' },
  ...{ since: '2026-02-01T00:00:00.000Z', accountDigest: 'a'.repeat(64), provenBy: 7 },
  policies: null,
  actions: ['alert.read', 'self.read'],
  conditional: [{ action: 'alert.read', code: 'TRAINING_REQUIRED', reason: 'A training is missing.' }],
};

test('one row per action, quotes doubled, nothing that a spreadsheet would run', () => {
  const [head, first, second, end] = reportAsCsv([line]).split('\r\n');
  expect(head).toContain('"user","name"');
  expect(first).toContain('"Ayesha ""A"" K","\'=1+1"');
  expect(first).toMatch(/"alert.read","TRAINING_REQUIRED"$/);
  expect(second).toMatch(/"self.read",""$/);
  expect(end).toBe('');
});
