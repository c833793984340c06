import { FaceAuditSetInput } from '@amaan/contracts/faces/matches/face-report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAuditFile } from './audit-file.ts';

const HEADER = 'grouping,label,faces,alerts,false_alerts';

describe('numbers by group from a file', () => {
  test('are read in whatever order the columns are, with capitals, quotation marks and another separator', () => {
    const csv = '\uFEFFFaces;"Label";Grouping;False alerts;Alerts\r\n900;"18-30; young";age band;2;9\r\n\r\n';
    expect(readAuditFile(csv)).toEqual({
      groups: [{ grouping: 'age band', label: '18-30; young', faces: 900, alerts: 9, falseAlerts: 2 }],
      bad: [],
      problem: null,
    });
  });

  test('every bad line is named by its place in the file and by what is wrong; the good ones stay', () => {
    const rows = [
      ...['age,18-30,900,9,2', 'age,"31-50,900,9,2', 'age,31-50,900,9', 'a,31-50,900,9,2', 'age,,900,9,2'],
      ...['age,31-50,9e2,9,2', 'age,31-50,-9,9,2', 'age,31-50,0,0,0', 'age,31-50,8,9,2', 'age,31-50,90,2,3'],
      ...['', 'age,18-30,5,1,0', 'age,51+,800,8,0'],
    ];
    const { groups, bad } = readAuditFile([HEADER, ...rows].join('\n'));
    expect(groups.map(({ label }) => label)).toEqual(['18-30', '51+']);
    expect(bad.map(({ line, problem }) => [line, problem])).toEqual([
      ...[
        [3, 'cells'],
        [4, 'cells'],
        [5, 'grouping'],
        [6, 'label'],
        [7, 'number'],
        [8, 'number'],
      ],
      ...[
        [9, 'noFaces'],
        [10, 'moreAlerts'],
        [11, 'moreFalse'],
        [13, 'twice'],
      ],
    ]);
  });

  test('what is no such file is said as a whole', () => {
    expect(readAuditFile('').problem).toBe('empty');
    expect(readAuditFile(`${HEADER}\n\n`).problem).toBe('empty');
    expect(readAuditFile('name,faces\nx,1').problem).toBe('columns');
    const long = Array.from({ length: 201 }, (_, index) => `age,band ${index},10,1,0`);
    expect(readAuditFile([HEADER, ...long].join('\n')).problem).toBe('many');
  });

  test('whatever stands in it, what is read the server takes, and no line is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 30 }), (rows) => {
        const { groups, bad, problem } = readAuditFile([HEADER, ...rows].join('\n'));
        const filled = rows
          .join('\n')
          .split(/\r?\n/)
          .filter((row) => row.trim() !== '');
        if (problem === null) expect(groups.length + bad.length).toBe(filled.length);
        for (const group of groups)
          expect(FaceAuditSetInput.shape.groups.element.safeParse(group).success).toBe(true);
      }),
    );
  });
});
