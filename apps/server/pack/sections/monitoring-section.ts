import type { MonitoringMetric } from '@amaan/contracts/monitoring';
import type { Block } from '@amaan/governance/pack/section-page';
import { summariseMonitoringRuns } from '@amaan/store/monitoring';
import { listMonitoringRules, listRuleStates } from '@amaan/store/monitoring-rules';
import type { Database } from '@amaan/store/open-database';
import { sql } from 'kysely';
import type { PackScope, PackSection } from '../pack-section.ts';
import { figureText, readPeriodFigures } from './period-figures.ts';

const FIGURE_TABLES: readonly { readonly title: string; readonly metrics: readonly MonitoringMetric[] }[] = [
  {
    title: 'Overriding, errors and calibration, from reviewed alerts',
    metrics: ['override-rate', 'error-rate', 'error-gap', 'calibration-error'],
  },
  { title: 'Latency and time to review (milliseconds)', metrics: ['latency-p95', 'review-time-median'] },
  {
    title: 'Drift of pictures and results against the reference in force (PSI)',
    metrics: [
      'brightness-drift',
      'sharpness-drift',
      'resolution-drift',
      'object-mix-drift',
      'confidence-drift',
      'volume-ratio',
    ],
  },
];

/** What monitoring counted and measured, which rules watched, and that it never stopped watching. */
export const monitoringSection: PackSection = {
  id: 'monitoring',
  title: 'Monitoring',
  titleUrdu: 'نگرانی',
  shows: 'both',
  async read({ db, period }) {
    const [runs, rules, states, volume, figures] = await Promise.all([
      summariseMonitoringRuns(db, period),
      listMonitoringRules(db),
      listRuleStates(db),
      readVolume(db, period),
      readPeriodFigures(db, period),
    ]);
    return {
      data: { runs, rules, states, volume, figures },
      blocks: [
        {
          kind: 'facts',
          facts: [
            ['Evaluations', runs.runs],
            ['Checks', runs.checks],
            [
              'Longest time between two evaluations',
              runs.longestGapMs === null ? null : `${Math.round(runs.longestGapMs / 1000)} s`,
            ],
          ],
        },
        ...FIGURE_TABLES.map(
          ({ title, metrics }): Block => ({
            kind: 'table',
            title: `${title}, over the whole period, with 95 % intervals`,
            columns: ['System', 'Camera group', 'Simulated', 'Observations', ...metrics],
            rows: figures.map((one) => [
              one.system,
              one.group ?? one.groupId,
              one.simulated,
              one.observations,
              ...metrics.map((metric) => figureText(one.figures[metric])),
            ]),
          }),
        ),
        {
          kind: 'table',
          title: 'Rules in force when the pack was made',
          columns: ['Rule', 'Version', 'Enabled', 'Changed', 'By', 'Settings'],
          rows: rules.map(
            ({ name, version, enabled, changedAt, changedBy, id: _, reason: _reason, ...settings }) => [
              name,
              version,
              enabled,
              changedAt,
              changedBy,
              JSON.stringify(settings),
            ],
          ),
        },
        {
          kind: 'table',
          title: 'Observations counted, per system and day (UTC)',
          columns: ['System', 'Day', 'Simulated', 'Observations', 'Hours'],
          rows: volume.map(({ system, day, simulated, observations, hours }) => [
            system,
            day,
            simulated,
            observations,
            hours,
          ]),
        },
      ],
    };
  },
};

interface Volume {
  readonly system: string;
  readonly day: string;
  readonly simulated: boolean;
  readonly observations: number;
  readonly hours: number;
}

async function readVolume(db: Database, { from, to }: PackScope['period']): Promise<Volume[]> {
  const { rows } = await sql<Volume>`
    SELECT system, to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, simulated,
      sum(volume)::bigint AS observations, count(DISTINCT hour) AS hours
    FROM monitoring_hour WHERE hour >= ${from} AND hour < ${to}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(db);
  return rows;
}
