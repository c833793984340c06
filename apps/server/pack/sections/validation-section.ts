import { getSystemStanding } from '@amaan/store/system-standing';
import type { SystemService } from '../../permits/system-service.ts';
import type { PackSection } from '../pack-section.ts';

/** Every validation recorded up to the period's end, with its figures, intervals and groups. */
export function validationSection(systems: Pick<SystemService, 'list'>): PackSection {
  return {
    id: 'validation',
    title: 'Validation results',
    titleUrdu: 'توثیق کے نتائج',
    shows: 'period',
    async read({ db, period }) {
      const results = [];
      for (const { id: system } of await systems.list()) {
        const standing = await getSystemStanding(db, system);
        for (const validation of standing?.validations ?? []) {
          if (validation.at < period.to) results.push({ system, ...validation });
        }
      }
      return {
        data: results,
        blocks: [
          {
            kind: 'table',
            title: 'Validations',
            columns: ['System', 'At', 'Passed', 'Configuration', 'Models', 'Data set', 'Statement', 'Demo'],
            rows: results.map((result) => [
              result.system,
              result.at,
              result.passed,
              result.configurationDigest,
              result.models.map(({ id, digest }) => `${id} ${digest}`).join('; '),
              result.report && `${result.report.dataset.name} ${result.report.dataset.digest}`,
              result.statement,
              result.demo,
            ]),
          },
          {
            kind: 'table',
            title: 'Figures with 95 % confidence intervals',
            columns: ['System', 'At', 'Figure', 'Group', 'Value', 'Low', 'High', 'Cases', 'Aim', 'Met'],
            rows: results.flatMap(({ system, at, report }) =>
              (report?.figures ?? []).map((figure) => [
                system,
                at,
                figure.name,
                figure.group ?? 'all',
                figure.value,
                figure.low,
                figure.high,
                figure.n,
                figure.aim && `≥ ${figure.aim.atLeast}`,
                figure.met,
              ]),
            ),
          },
        ],
      };
    },
  };
}
