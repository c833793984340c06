import type { CaseDecision, ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { AnswerForm } from './answer-form.tsx';
import { HoldForm } from './hold-form.tsx';
import classes from './review.module.css';

/** The question, or what was decided by whom, or why one does not decide. */
export function AnswerPanel({
  violationCase,
  onAnswered,
}: {
  violationCase: ViolationCaseView;
  onAnswered: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decisions, challan, mayReview, mayDecideHold, mayNot, evidenceUntil } = violationCase;
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-label={t('violations.review.question')}>
      {mayReview && <AnswerForm violationCase={violationCase} onAnswered={onAnswered} />}
      {mayDecideHold && <HoldForm violationCase={violationCase} onAnswered={onAnswered} />}
      {!mayReview && !mayDecideHold && mayNot !== null && (
        <p className="prose quiet">{t(`violations.review.mayNot.${mayNot}`)}</p>
      )}
      {challan !== null && (
        <Link to="/violations/challans" search={{ id: challan.id }} className={classes.link}>
          {t('violations.review.challan', { number: challan.number })}
        </Link>
      )}
      {decisions.length > 0 && (
        <>
          <h2>{t('violations.review.given')}</h2>
          {decisions.map((decision) => (
            <GivenDecision key={decision.id} decision={decision} />
          ))}
        </>
      )}
      {evidenceUntil !== null && (
        <p className="quiet">
          {t('violations.review.evidenceUntil', { time: format.dateTime(evidenceUntil) })}
        </p>
      )}
    </section>
  );
}

/** What somebody decided, or the server itself. */
function GivenDecision({ decision }: { decision: CaseDecision }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { reason, note, byName, at } = decision;
  // Of a rejection the reason is one of the usual ones, of a hold one of its causes.
  const key = `violations.review.${decision.decision === 'hold' ? 'holds' : 'reason'}.${reason}`;
  const time = format.dateTime(at);
  return (
    <div className={classes.given} data-decision={decision.decision}>
      <strong>
        {t(`violations.review.step.${decision.step}`)}: {t(`violations.review.answer.${decision.decision}`)}
      </strong>
      {reason !== null && <span>{i18n.exists(key) ? String(t(key as never)) : reason}</span>}
      {note !== '' && (
        <q>
          <bdi>{note}</bdi>
        </q>
      )}
      <span className="quiet">
        {byName === null
          ? t('violations.review.itself', { time })
          : t('violations.review.by', { name: byName, time })}
      </span>
    </div>
  );
}
