import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.ts';
import classes from './notice.module.css';

/** The sentence for an error: the server's own where it has one, since only it knows what was kept. */
export function useProblemSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('error.unexpected');
    if (error.status === 0) return t('error.network');
    if (error.message !== '') return error.message;
    if (error.status === 403) return t('error.forbidden');
    if (error.status === 404) return t('error.gone');
    return t('error.unexpected');
  };
}

/** What happened, what was kept, what to do, and a code to quote. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence()(error);
  const code = error instanceof ApiProblem ? error.code : error instanceof Error ? error.name : 'UNKNOWN';
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle className={classes.problemIcon} aria-hidden="true" />
      <h2>{t('error.title')}</h2>
      <p className="prose">{sentence}</p>
      <p className="quiet mono ltr">{t('error.code', { code })}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}

/** The short form, inside a form or dialog. */
export function ProblemLine({ error }: { error: unknown }) {
  const sentence = useProblemSentence()(error);
  if (!error) return null;
  return (
    <p className={classes.line} role="alert">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>
        {sentence} {error instanceof ApiProblem && <span className="quiet mono ltr">{error.code}</span>}
      </span>
    </p>
  );
}
