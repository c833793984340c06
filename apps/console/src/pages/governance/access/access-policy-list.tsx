import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accessRulesQuery } from '../../../api/access.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './access.module.css';

/** The policies in force, each with the sentence that a refused person reads. */
export function AccessPolicyList() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: rules, error, refetch } = useQuery(accessRulesQuery);
  return (
    <section>
      <h2>{t('access.policies')}</h2>
      <p className="prose quiet">{t('access.policiesHint')}</p>
      {error && !rules ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : rules === undefined ? (
        <Skeleton height={200} />
      ) : (
        <>
          {rules.since !== null && (
            <p className="quiet">
              {t('access.policiesSince', {
                time: format.dateTime(rules.since),
                digest: rules.digest.slice(0, 12),
              })}
            </p>
          )}
          {rules.policies.map(({ id, effect, reason, text }) => (
            <article key={id} className={classes.policy}>
              <p>
                <span className="mono ltr">{id}</span>{' '}
                <span className="quiet">
                  {effect === 'permit' ? '●' : '■'} {t(`access.${effect}`)}
                </span>
              </p>
              <p dir="ltr" lang="en">
                {reason}
              </p>
              <details>
                <summary>{t('access.showText')}</summary>
                <pre className={`${classes.text} mono ltr`}>{text}</pre>
              </details>
            </article>
          ))}
        </>
      )}
    </section>
  );
}
