import { expect, test } from 'vitest';
import { readAuditFile } from './audit-file.ts';
import { auditProblems } from './audit-problems.ts';

const HEADER = 'grouping,label,faces,alerts,false_alerts';
const good = {
  ...{ name: 'Volunteers 2026', source: 'Volunteers walked past', lawfulness: 'They agreed in writing' },
  ...{ from: '2026-01-01', to: '2026-01-31' },
};
const file = readAuditFile(`${HEADER}\nage band,18-30,100,10,1`);

test('a whole one lacks nothing', () => {
  expect([...auditProblems(good, file, '2026-02-01')]).toEqual([]);
});

test('what is missing is named, each thing for itself', () => {
  const empty = { name: ' a ', source: 'short', lawfulness: '', from: '', to: '' };
  expect([...auditProblems(empty, null, '2026-02-01')]).toEqual([
    ...['name', 'source', 'lawfulness', 'from', 'to', 'file'],
  ]);
});

test('it ends after it begins, and is not from the future', () => {
  expect([...auditProblems({ ...good, to: '2025-12-31' }, file, '2026-02-01')]).toEqual(['to']);
  expect([...auditProblems({ ...good, to: '2026-02-02' }, file, '2026-02-01')]).toEqual(['to']);
  expect([...auditProblems({ ...good, from: '2026-03-01', to: '2026-03-02' }, file, '2026-02-01')]).toEqual([
    ...['from', 'to'],
  ]);
});

test('one bad line stops the file', () => {
  const partly = readAuditFile(`${HEADER}\nage band,18-30,100,10,1\nage band,31-50,1,10,1`);
  expect([...auditProblems(good, partly, '2026-02-01')]).toEqual(['file']);
});
