import type { Figure } from '@amaan/contracts/monitoring';
import type { TimedPhase } from '@amaan/contracts/service/call-phases';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { duration, FigureText } from '../monitoring/figure-text.tsx';
import classes from './performance.module.css';
import { inMilliseconds } from './service-figure.ts';

/** What a card says of a phase, of alerts or of calls. */
export interface ShownPhase {
  readonly phase: TimedPhase;
  readonly title: string;
  readonly hint: string;
  readonly median: Figure;
  readonly p90: Figure;
  readonly withinTarget: Figure;
  /** In seconds. */
  readonly target: number;
  /** For calls of which some arrivals are missing on record. */
  readonly atWorst?: Figure | null;
}

/** The phases of a service, each with its figures and intervals. */
export function PhaseCards({ phases }: { phases: readonly ShownPhase[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.phases}>
      {phases.map(({ phase, title, hint, median, p90, withinTarget, target, atWorst }) => (
        <section key={phase} className={classes.panel}>
          <h3 title={hint}>{title}</h3>
          <dl className={classes.facts}>
            <dt>{t('performance.median')}</dt>
            <dd>
              <FigureText figure={inMilliseconds(median)} unit="milliseconds" />
            </dd>
            <dt>{t('performance.p90')}</dt>
            <dd>
              <FigureText figure={inMilliseconds(p90)} unit="milliseconds" />
            </dd>
            <dt>{t('performance.withinTarget', { target: duration(format.locale, target * 1000) })}</dt>
            <dd>
              <FigureText figure={withinTarget} unit="share" />
            </dd>
            {atWorst != null && (
              <>
                <dt title={t('service.atWorstHint')}>{t('service.atWorst')}</dt>
                <dd>
                  <FigureText figure={atWorst} unit="share" />
                </dd>
              </>
            )}
          </dl>
        </section>
      ))}
    </div>
  );
}
