import { Button, Progress, Skeleton } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isGoing } from '../../../api/crime.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice, useCodedSentence } from '../../../components/problem-notice.tsx';
import { timeLeft } from '../../../format/time-left.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { useQuestionWords } from '../question/use-question-words.ts';
import classes from './analysis-frame.module.css';
import { roundsOf } from './rounds-of.ts';
import type { AnalysisRun, DetailsOf, ResultOf } from './use-analysis.ts';
import { useMayAsk } from './use-may-ask.ts';

type Kind = Parameters<typeof roundsOf>[0]['kind'];

/** Around what an analysis found: how far it is while it goes on, why there is nothing, or what it is, once it is there. */
export function AnalysisFrame<K extends Kind>({
  run,
  about,
  height = 280,
  compact = false,
  children,
}: {
  run: AnalysisRun<K>;
  /** What is computed, and why it takes a moment; said where nothing was computed yet. */
  about: { readonly title: string; readonly hint: string };
  /** Of what is shown while it loads. */
  height?: number;
  /** In a narrow place, beside something else. */
  compact?: boolean;
  children: (result: ResultOf<K>, details: DetailsOf<K>) => ReactNode;
}) {
  const { t } = useTranslation();
  const mayAsk = useMayAsk();
  const questionWords = useQuestionWords();
  const { details, pending, error, ask } = run;
  if (error && !details) return <ProblemNotice error={error} onRetry={ask} />;
  if (details === undefined) {
    if (pending) return <Skeleton height={compact ? 64 : height} />;
    return mayAsk ? (
      <AskNotice about={about} compact={compact} onAsk={ask} />
    ) : (
      <p className="quiet">{t('crime.run.notComputed')}</p>
    );
  }
  if (isGoing(details)) return <AnalysisProgress run={run} details={details} />;
  if (details.state !== 'done' || details.result === null) return <Ended run={run} details={details} />;
  return (
    <div className={classes.result} data-stale={run.stale || undefined} aria-busy={run.stale}>
      {run.other && (
        <p className={classes.other} role="note">
          {t('crime.run.otherQuestion', { about: questionWords(details.question.selection) })}
        </p>
      )}
      {children(details.result, details)}
    </div>
  );
}

function AskNotice({
  about,
  compact,
  onAsk,
}: {
  about: { readonly title: string; readonly hint: string };
  compact: boolean;
  onAsk: () => void;
}) {
  const { t } = useTranslation();
  const button = (
    <Button size={compact ? 'xs' : 'sm'} variant={compact ? 'default' : 'filled'} onClick={onAsk}>
      {t('crime.run.compute')}
    </Button>
  );
  if (compact)
    return (
      <div className={classes.ask}>
        <p className="quiet">{about.hint}</p>
        {button}
      </div>
    );
  return <EmptyNotice icon={<IconCalculator />} {...about} action={button} />;
}

/** How far an analysis is: share, rounds, time left. It goes on without the page. */
function AnalysisProgress<K extends Kind>({ run, details }: { run: AnalysisRun<K>; details: DetailsOf<K> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayAsk = useMayAsk();
  const now = useNow('second');
  const { progress, state, question, incidents } = details;
  const rounds = roundsOf(question);
  const left = timeLeft(details, now);
  const said = [
    state === 'waiting'
      ? t('crime.run.waits')
      : t('crime.run.progressOf', { share: format.percent(progress) }),
    rounds !== null &&
      state === 'running' &&
      t('crime.run.rounds', { done: Math.floor(progress * rounds), all: rounds }),
    incidents !== null && t('crime.run.incidents', { count: incidents }),
    left !== null && t('crime.run.left', { left: format.span(left) }),
  ];
  return (
    <div className={classes.progress} role="status">
      <Progress value={progress * 100} aria-label={t('crime.run.progress')} />
      <span>{said.filter(Boolean).join(' · ')}</span>
      <span className="quiet">{t('crime.run.goesOn')}</span>
      {mayAsk && (
        <Button size="xs" variant="default" loading={run.cancelling} onClick={run.cancel}>
          {t('common.cancel')}
        </Button>
      )}
    </div>
  );
}

/** An analysis that came to nothing. */
function Ended<K extends Kind>({ run, details }: { run: AnalysisRun<K>; details: DetailsOf<K> }) {
  const { t } = useTranslation();
  const mayAsk = useMayAsk();
  const sentenceOf = useCodedSentence();
  const { problem, state } = details;
  return (
    <div className={classes.ended} role="status">
      <strong>{t(state === 'cancelled' ? 'crime.run.cancelled' : 'crime.run.failed')}</strong>
      {problem && (
        <p dir="auto">
          {sentenceOf(problem)} <span className="quiet mono ltr">{problem.code}</span>
        </p>
      )}
      {mayAsk && (
        <Button size="xs" variant="default" loading={run.pending} onClick={run.ask}>
          {t('crime.run.again')}
        </Button>
      )}
    </div>
  );
}
