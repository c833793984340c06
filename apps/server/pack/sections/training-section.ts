import type { Database } from '@amaan/store/open-database';
import { sql } from 'kysely';
import type { PackSection } from '../pack-section.ts';

interface CourseSummary {
  readonly course: string;
  readonly demo: boolean;
  readonly passed: number;
  readonly current: number;
  readonly lapsed: number;
}

/** Training by course: how many people passed and whose training still holds. No names: those stay at home. */
export const trainingSection: PackSection = {
  id: 'training',
  title: 'Training',
  titleUrdu: 'تربیت',
  shows: 'period',
  async read({ db, period }) {
    const courses = await summarise(db, period);
    return {
      data: courses,
      blocks: [
        {
          kind: 'table',
          title: 'Courses',
          columns: [
            'Course',
            'Passed in the period',
            'People current at its end',
            'People lapsed at its end',
            'Demo',
          ],
          rows: courses.map(({ course, passed, current, lapsed, demo }) => [
            course,
            passed,
            current,
            lapsed,
            demo,
          ]),
        },
      ],
    };
  },
};

async function summarise(
  db: Database,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<CourseSummary[]> {
  const { rows } = await sql<CourseSummary>`
    SELECT course, demo, sum(passed)::bigint AS passed,
      count(*) FILTER (WHERE expires >= ${to}) AS current, count(*) FILTER (WHERE expires < ${to}) AS lapsed
    FROM (
      SELECT course, demo, person, max(expires_at) AS expires,
        count(*) FILTER (WHERE passed_at >= ${from} AND passed_at < ${to}) AS passed
      FROM training_record WHERE passed_at < ${to} GROUP BY 1, 2, 3
    ) AS newest
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(db);
  return rows;
}
