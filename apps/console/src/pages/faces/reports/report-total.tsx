import type { FaceReportLine } from '@amaan/contracts/faces/matches/face-report';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { FigureText } from '../../governance/monitoring/figure-text.tsx';
import classes from './reports.module.css';

/** The whole in this time: what was searched, what came of it, and how often that was wrong. */
export function ReportTotal({ total }: { total: FaceReportLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = total.alerts - total.confirmed - total.rejected - total.deleted;
  return (
    <div className={classes.cards}>
      <section className={`${parts.panel} ${classes.panel}`}>
        <h2>{t('faceReports.faces')}</h2>
        <strong className={classes.big}>{format.number(total.faces)}</strong>
        <span className="quiet">{t('faceReports.facesHint')}</span>
      </section>
      <section className={`${parts.panel} ${classes.panel}`}>
        <h2>{t('faceReports.alerts')}</h2>
        <strong className={classes.big}>{format.number(total.alerts)}</strong>
        <span className="quiet">
          {t('faceReports.decided', {
            confirmed: format.number(total.confirmed),
            rejected: format.number(total.rejected),
            deleted: format.number(total.deleted),
            open: format.number(Math.max(0, open)),
          })}
        </span>
      </section>
      <section className={`${parts.panel} ${classes.panel}`}>
        <h2>{t('faceReports.perAlert')}</h2>
        <FigureText figure={total.falsePerAlert} unit="share" />
        <span className="quiet">{t('faceReports.perAlertHint')}</span>
      </section>
      <section className={`${parts.panel} ${classes.panel}`}>
        <h2>{t('faceReports.perFace')}</h2>
        <FigureText figure={total.falsePerFace} unit="rare-share" />
        <span className="quiet">{t('faceReports.perFaceHint')}</span>
      </section>
    </div>
  );
}
