import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { CaseEvidence } from '../evidence/case-evidence.tsx';
import { CaseFacts } from '../evidence/case-facts.tsx';
import classes from './contests.module.css';

/** The evidence of the case that a contest is about, as the reviewer and the citizen saw it. */
export function ContestedCase({
  query: { data, error, refetch },
}: {
  query: Pick<UseQueryResult<ViolationCaseView>, 'data' | 'error' | 'refetch'>;
}) {
  const { t } = useTranslation();
  return (
    <section className={classes.evidence} aria-labelledby="contest-evidence">
      <h2 id="contest-evidence">{t('contests.evidence')}</h2>
      <p className="prose quiet">{t('contests.evidenceHint')}</p>
      {data !== undefined ? (
        <>
          <CaseEvidence violationCase={data} />
          <CaseFacts violationCase={data} />
        </>
      ) : error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={320} />
      )}
    </section>
  );
}
