import type { PatrolAuditResult } from '@amaan/contracts/crime/feedback-loop';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './feedback.module.css';

/** Patrol hours beside reports, by station area, with what is out of bounds. */
export function AuditTable({ result: { areas, fairBy } }: { result: PatrolAuditResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = (value: number) => `${format.percent(value)} %`;
  const times = (value: number | null) => (value === null ? '–' : format.number(value, 1));
  return (
    <>
      <p className="prose quiet">{t(`crimePlans.fairBy.${fairBy}`)}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('crimePlans.area')}</th>
              <th>{t('crimeFeedback.column.hours')}</th>
              <th>{t('crimeFeedback.column.patrolShare')}</th>
              <th>{t('crimeFeedback.column.fairShare')}</th>
              <th>{t('crimeFeedback.column.reportedShare')}</th>
              <th>{t('crimeFeedback.column.timesFair')}</th>
              <th>{t('crimeFeedback.column.officer')}</th>
              <th>{t('crimeFeedback.column.flags')}</th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.boundaryId}>
                <th scope="row">
                  <bdi>{area.name}</bdi>
                </th>
                <td>{format.number(area.patrolHours, 1)}</td>
                <td>{share(area.patrolShare)}</td>
                <td>{share(area.fairShare)}</td>
                <td>{share(area.reportedShare)}</td>
                <td>{times(area.timesFair)}</td>
                <td>
                  {t('crimeFeedback.officerOf', {
                    officer: format.number(area.officerInitiated),
                    all: format.number(area.officerInitiated + area.reported),
                  })}
                </td>
                <td>
                  {area.flags.map((flag) => (
                    <Mark key={flag} shape="triangle" tone="high">
                      {t(`crimeFeedback.flag.${flag}`)}
                    </Mark>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
