import { newIdentifier } from '@amaan/contracts/identifier';
import { WorkerReport } from '@amaan/contracts/worker-messages';
import { beforeEach, describe, expect, test } from 'vitest';
import { FaceTally } from './face-tally.ts';

const MINUTE_MS = 60_000;
const [permit, camera] = [newIdentifier(), newIdentifier()];
const [one, other] = [newIdentifier(), newIdentifier()];

let now: number;
let reports: WorkerReport[];
let tally: FaceTally;
beforeEach(() => {
  now = Date.parse('2026-03-01T08:10:00.000Z');
  reports = [];
  tally = new FaceTally({ add: (report) => reports.push(WorkerReport.parse(report)) }, () => now);
});
const searched = () => reports.map((report) => report.type === 'faces-searched' && report.searched);

describe('searched faces are counted', () => {
  test('for each authorisation, and reported together after ten minutes', () => {
    for (const authorisation of [one, other, one]) tally.count(permit, authorisation, camera);
    now += 9 * MINUTE_MS;
    tally.reportDue();
    expect(reports).toEqual([]);
    now += MINUTE_MS;
    tally.reportDue();
    const hour = '2026-03-01T08:00:00.000Z';
    expect(searched()).toMatchObject([
      { authorisationId: one, faces: 2, hour, permitId: permit, cameraId: camera },
      { authorisationId: other, faces: 1, hour },
    ]);
    tally.report();
    expect(reports).toHaveLength(2);
  });

  test('in the hour in which they were searched', () => {
    now += 45 * MINUTE_MS;
    tally.count(permit, one, camera);
    now += 6 * MINUTE_MS;
    tally.count(permit, one, camera);
    tally.report();
    expect(searched()).toMatchObject([
      { faces: 1, hour: '2026-03-01T08:00:00.000Z' },
      { faces: 1, hour: '2026-03-01T09:00:00.000Z' },
    ]);
  });

  test('and nothing is reported where none was searched', () => {
    tally.reportDue();
    tally.report();
    expect(reports).toEqual([]);
  });
});
