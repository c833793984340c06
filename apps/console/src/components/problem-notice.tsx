import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.ts';
import { problems } from '../messages/en/problems.ts';
import classes from './notice.module.css';

/** Where the messages say what an error means: the policy that refused if it is known, else its code. */
function messageKeyOf({ code, policies }: ApiProblem) {
  const policy = policies.find((id): id is keyof typeof problems.policy => id in problems.policy);
  if (code === 'ACTION_FORBIDDEN' && policy !== undefined) return `problems.policy.${policy}` as const;
  return isKnownCode(code) ? (`problems.code.${code}` as const) : null;
}

function isKnownCode(code: string): code is keyof typeof problems.code {
  return code in problems.code;
}

/** The server's own English words, in small print where the sentence above them is in another language. */
function ServerDetail({ error, sentence }: { error: unknown; sentence: string }) {
  if (!(error instanceof ApiProblem) || error.message === '' || error.message === sentence) return null;
  return (
    <small className="quiet" dir="ltr" lang="en">
      {error.message}
    </small>
  );
}

/**
 * The sentence for an error: in English the server's own where it has one, since only it knows what was kept; in
 * Urdu that of its code where there is one.
 */
export function useProblemSentence(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('error.unexpected');
    if (error.status === 0) return t('error.network');
    const own = i18n.language === 'ur' ? messageKeyOf(error) : null;
    if (own !== null) return t(own);
    if (error.message !== '') return error.message;
    if (error.status === 403) return t('error.forbidden');
    if (error.status === 404) return t('error.gone');
    return t('error.unexpected');
  };
}

/** The sentence of something that the server tells with a code: its own in English, that of the code in Urdu. */
export function useCodedSentence(): (told: { readonly code: string; readonly message: string }) => string {
  const { t, i18n } = useTranslation();
  return ({ code, message }) =>
    i18n.language === 'ur' && isKnownCode(code) ? t(`problems.code.${code}`) : message;
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
      <ServerDetail error={error} sentence={sentence} />
      <p className="quiet">{t('error.code', { code })}</p>
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
        {sentence} <ServerDetail error={error} sentence={sentence} />{' '}
        {error instanceof ApiProblem && <span className="quiet mono ltr">{error.code}</span>}
      </span>
    </p>
  );
}
