import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './searches.module.css';

/** Why a picture was not looked at or searched, and when the next one may be. */
export function SearchRefusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!error) return null;
  const seconds = error instanceof ApiProblem ? error.retryAfterSeconds : null;
  return (
    <div className={classes.refusal}>
      <ProblemLine error={error} />
      {seconds !== null && (
        <p className="quiet">{t('faceSearches.again', { span: format.span(seconds * 1000) })}</p>
      )}
    </div>
  );
}
