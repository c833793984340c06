import { ROLES } from '@amaan/contracts/api/me';
import { expect, test } from 'vitest';
import { courseOf, TRAINING_COURSES, trainingExpiry, trainingGaps } from './training-courses.ts';

test('every role learns what the systems never do', () => {
  for (const role of ROLES) {
    expect(trainingGaps(role, [], '2026-11-01T00:00:00.000Z').map(({ course }) => course)).toContain(
      'responsible-use',
    );
  }
});

test('a course holds until the same day of the month in which it ends, and not a moment longer', () => {
  const course = courseOf('responsible-use')!;
  const expiresAt = trainingExpiry(course, '2025-11-23T10:00:00.000Z');
  expect(expiresAt).toBe('2026-11-23T10:00:00.000Z');
  const passed = [{ course: course.id, expiresAt }];
  const at = (now: string) => trainingGaps('analyst', passed, now);
  expect(at('2026-11-23T09:59:59.999Z')).toEqual([]);
  expect(at('2026-11-23T10:00:00.000Z')).toEqual([{ course: course.id, expiredAt: expiresAt }]);
});

test('of several passes the one that holds longest counts, and a course nobody asks for is no gap', () => {
  const records = [
    { course: 'responsible-use', expiresAt: '2027-01-01T00:00:00.000Z' },
    { course: 'responsible-use', expiresAt: '2025-01-01T00:00:00.000Z' },
    { course: 'alert-review', expiresAt: '2020-01-01T00:00:00.000Z' },
  ];
  expect(trainingGaps('analyst', records, '2026-01-01T00:00:00.000Z')).toEqual([]);
  expect(trainingGaps('operator', records, '2026-01-01T00:00:00.000Z')).toEqual([
    { course: 'alert-review', expiredAt: '2020-01-01T00:00:00.000Z' },
  ]);
});

test('courses have different ids', () => {
  expect(new Set(TRAINING_COURSES.map(({ id }) => id)).size).toBe(TRAINING_COURSES.length);
});
