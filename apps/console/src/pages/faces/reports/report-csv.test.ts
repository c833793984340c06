import type { FaceReport } from '@amaan/contracts/faces/matches/face-report';
import { expect, test } from 'vitest';
import { reportCsv } from './report-csv.ts';

const few = { state: 'not-enough-data', count: 3, needed: 10 } as const;
const known = { state: 'known', value: 0.25, low: 0.1, high: 0.5, count: 12 } as const;
const line = {
  ...{ label: 'all', name: null, faces: 400, alerts: 14, confirmed: 9, rejected: 3, deleted: 2 },
  ...{ falsePerAlert: known, falsePerFace: few },
};

test('every part is a line; what is too little to say is empty and no zero', () => {
  const report: FaceReport = {
    ...{ from: '2026-01-01', to: '2026-01-31', simulated: false, total: line },
    groups: [{ grouping: 'camera', lines: [{ ...line, label: 'c1', name: '=Gate "A", north' }] }],
    audits: [
      {
        ...{
          id: 'a',
          name: 'Volunteers',
          source: 's',
          lawfulness: 'l',
          from: '2026-01-01',
          to: '2026-01-02',
        },
        ...{ uploadedAt: '2026-01-03T00:00:00.000Z', uploadedBy: 'Officer' },
        groups: [
          {
            ...{ grouping: 'age band', label: '18-30', faces: 100, alerts: 12, falseAlerts: 3 },
            ...{ falsePerAlert: known, falsePerFace: few },
          },
        ],
      },
    ],
  };
  const lines = reportCsv(report).trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toBe('"all","all","","400","14","9","3","2","0.25","0.1","0.5","","",""');
  // A name that a spreadsheet would calculate is text, and its quotation marks are doubled.
  expect(lines[2]).toContain('"camera","c1","\'=Gate ""A"", north","400"');
  expect(lines[3]).toBe(
    '"audit: Volunteers","18-30","age band","100","12","","3","","0.25","0.1","0.5","","",""',
  );
});
