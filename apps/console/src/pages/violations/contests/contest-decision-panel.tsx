import type { ContestView } from '@amaan/contracts/violations/contest';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import classes from './contests.module.css';
import { DecisionForm } from './decision-form.tsx';

/** The question, or what was decided, or why one does not decide. */
export function ContestDecisionPanel({
  contest,
  onDecided,
}: {
  contest: ContestView;
  onDecided: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const localText = useLocalText();
  const { state, decision, decideBy, mayDecide, mayNotDecide } = contest;
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-label={t('contests.decision')}>
      {state === 'open' && (
        <p className="prose quiet">{t('contests.decideBy', { time: format.dateTime(decideBy) })}</p>
      )}
      {mayDecide && <DecisionForm contest={contest} onDecided={onDecided} />}
      {state === 'open' && !mayDecide && mayNotDecide !== null && (
        <p className="prose">{t(`contests.mayNot.${mayNotDecide}`)}</p>
      )}
      {decision !== null && (
        <>
          <h2>{t('contests.decided')}</h2>
          <div className={classes.given} data-outcome={decision.outcome}>
            <strong>{t(`contests.states.${decision.outcome}`)}</strong>
            <q dir="auto">{localText(decision.explanation)}</q>
            <span className="quiet">
              {t('contests.by', { name: decision.byName, time: format.dateTime(decision.at) })}
            </span>
          </div>
        </>
      )}
      {state === 'lapsed' && <p className="prose">{t('contests.lapsedText')}</p>}
      {state === 'overtaken' && <p className="prose">{t('contests.overtakenText')}</p>}
    </section>
  );
}
