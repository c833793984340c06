import type { AssessmentForm, AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import { useTranslation } from 'react-i18next';
import classes from '../../../components/records/records.module.css';
import { useLocalText } from '../../../format/use-local-text.ts';
import { answerText } from './answer-text.ts';
import { assessmentOf } from './assessment-of.ts';
import { ImpactLevelNote } from './impact-level-note.tsx';

/** What an assessment says, question by question, and its impacts with their levels. */
export function AssessmentAnswers({ view, form }: { view: AssessmentView; form: AssessmentForm }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { answers, impacts, systemVersion } = assessmentOf(view);
  return (
    <>
      <section className={classes.block}>
        <h3>{t('assessments.impacts')}</h3>
        {impacts.length === 0 && <p className="quiet">{t('assessments.unanswered')}</p>}
        {impacts.map(({ id, affected, what, measures }) => {
          const score = view.scores[id];
          return (
            <article key={id} className={classes.card}>
              <p>
                <span className="quiet">{t(`assessments.affected.${affected}`)}</span>
                <br />
                <strong>
                  <bdi>{what}</bdi>
                </strong>
              </p>
              {score && <ImpactLevelNote score={score} />}
              <p>
                <span className="quiet">{t('assessments.measures')}:</span> <bdi>{measures}</bdi>
              </p>
            </article>
          );
        })}
      </section>
      {form.sections.map(({ id, title, questions }) => {
        const shown = questions.filter((question) => question.mandatory || answers[question.id]);
        if (shown.length === 0) return null;
        return (
          <section key={id} className={classes.block}>
            <h3>{local(title)}</h3>
            <dl className={classes.facts}>
              {shown.map((question) => {
                const text = answerText(answers[question.id], question, local, t);
                return (
                  <div key={question.id}>
                    <dt>{local(question.text)}</dt>
                    <dd dir="auto">
                      {text === '' ? (
                        <span className={classes.late}>{t('assessments.unanswered')}</span>
                      ) : (
                        text
                      )}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        );
      })}
      <p className="quiet">{t('assessments.assessedVersion', { version: systemVersion })}</p>
    </>
  );
}
