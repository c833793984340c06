import type { PlanEvaluation } from '@amaan/contracts/crime/deployment-plan';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useAreaNames } from '../use-area-names.ts';
import { PlanNotes } from './plan-notes.tsx';
import classes from './plans.module.css';

/** How a plan's days went: visited cells beside those that were left out, and beside their neighbours. */
export function EvaluationView({ siteId, evaluation }: { siteId: string; evaluation: PlanEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useAreaNames(siteId);
  const { rateRatio, interval, displacement, visited, compared, neighbours, drawn, areas, notes } =
    evaluation;
  const isTold = interval !== null && (interval[1] < 1 || interval[0] > 1);
  return (
    <section aria-labelledby="plan-evaluation" className={classes.part}>
      <h2 id="plan-evaluation">{t('crimePlans.evaluation')}</h2>
      <p
        className={classes.verdict}
        data-offered={(isTold && rateRatio !== null && rateRatio < 1) || undefined}
      >
        {rateRatio === null || interval === null
          ? t('crimePlans.notComparable')
          : t(isTold ? 'crimePlans.changed' : 'crimePlans.notTold', {
              ratio: format.number(rateRatio, 2),
              low: format.number(interval[0], 2),
              high: format.number(interval[1], 2),
            })}
      </p>
      <p className="prose quiet">
        {t(drawn ? 'crimePlans.drawn' : 'crimePlans.notDrawn')}{' '}
        {t('crimePlans.dataUntil', { time: format.dateTime(evaluation.dataUntil) })}{' '}
        {displacement !== null && t('crimePlans.displacement', { value: format.number(displacement, 2) })}
      </p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('crimePlans.group')}</th>
              <th>{t('crimePlans.cells')}</th>
              <th>{t('crimePlans.before')}</th>
              <th>{t('crimePlans.during')}</th>
              <th>{t('crimePlans.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {(
              [
                ['visited', visited],
                ['compared', compared],
                ['neighbours', neighbours],
              ] as const
            ).map(([name, group]) => (
              <tr key={name}>
                <th scope="row">{t(`crimePlans.groups.${name}`)}</th>
                <td>{format.number(group.cells)}</td>
                <td>{format.number(group.before)}</td>
                <td>{format.number(group.during)}</td>
                <td>{format.number(group.expected, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {areas.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('crimePlans.area')}</th>
                <th>{t('crimePlans.visits')}</th>
                <th>{t('crimePlans.patrolHours')}</th>
                <th>{t('crimePlans.during')}</th>
                <th>{t('crimePlans.expected')}</th>
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <tr key={area.boundaryId}>
                  <th scope="row">
                    <bdi>{nameOf(area)}</bdi>
                  </th>
                  <td>{format.number(area.plannedVisits)}</td>
                  <td>
                    {area.patrolHours === null
                      ? t('crimePlans.notOnRecord')
                      : format.number(area.patrolHours, 1)}
                  </td>
                  <td>{format.number(area.incidents)}</td>
                  <td>{format.number(area.expected, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <PlanNotes notes={notes} />
    </section>
  );
}
