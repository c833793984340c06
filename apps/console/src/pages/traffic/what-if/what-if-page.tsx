import type { WhatIf } from '@amaan/contracts/traffic/what-if';
import { Button, Progress, Skeleton } from '@mantine/core';
import { IconGitCompare, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { cancelWhatIf, junctionsQuery, signalsKey, whatIfsQuery } from '../../../api/signals.ts';
import { BackButton } from '../../../components/back-button.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { ProblemLine, ProblemNotice, useCodedSentence } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { timeLeft } from '../../../format/time-left.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { TrafficFrame } from '../traffic-frame.tsx';

import classes from './what-if.module.css';
import { WhatIfForm } from './what-if-form.tsx';
import { WhatIfResults } from './what-if-results.tsx';

const route = getRouteApi('/shell/traffic/what-if');

/** Replays of measured demand under other controllers: each with its progress or its results. */
export function WhatIfPage() {
  return (
    <TrafficFrame>
      <WhatIfView />
    </TrafficFrame>
  );
}

function WhatIfView() {
  const { t } = useTranslation();
  const may = useMay();
  const { id, junction } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: replays, error, refetch } = useQuery(whatIfsQuery);
  const replay = replays?.find((one) => one.id === id);
  const asking = junction !== undefined && may('what-if.run');
  const open = (chosen: string | undefined) =>
    void navigate({
      search: ({ id: _, junction: __, ...before }) => ({
        ...before,
        ...(chosen !== undefined && { id: chosen }),
      }),
    });
  return (
    <div className={frame.page} data-open={id !== undefined || asking || undefined}>
      <section className={frame.list} aria-label={t('traffic.nav.whatIf')}>
        <div className={frame.heading}>
          <h1>{t('traffic.nav.whatIf')}</h1>
          <span className={frame.grow} />
          {may('what-if.run') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() =>
                void navigate({ search: ({ id: _, ...before }) => ({ ...before, junction: 'new' }) })
              }
            >
              {t('whatIf.ask')}
            </Button>
          )}
        </div>
        {error && !replays ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : replays === undefined ? (
          <Skeleton height={160} />
        ) : replays.length === 0 ? (
          <EmptyNotice icon={<IconGitCompare />} title={t('whatIf.none')} hint={t('whatIf.noneHint')} />
        ) : (
          replays.map((one) => <ReplayItem key={one.id} replay={one} chosen={one.id === id} />)
        )}
      </section>
      <article className={frame.detail}>
        {asking ? (
          <>
            <BackButton onClick={() => open(undefined)} />
            <WhatIfForm
              junctionId={junction === 'new' ? null : junction}
              onAsked={(asked) => open(asked.id)}
            />
          </>
        ) : id === undefined ? (
          <EmptyNotice icon={<IconGitCompare />} title={t('whatIf.choose')} hint={t('whatIf.chooseHint')} />
        ) : replay ? (
          <>
            <BackButton onClick={() => open(undefined)} />
            <Replay replay={replay} />
          </>
        ) : replays ? (
          <ProblemNotice error={new ApiProblem(404, 'WHAT_IF_NOT_FOUND', '')} />
        ) : (
          <Skeleton height={240} />
        )}
      </article>
    </div>
  );
}

const STATES: Record<WhatIf['state'], { shape: Shape; tone: Tone }> = {
  waiting: { shape: 'circle', tone: 'quiet' },
  running: { shape: 'diamond', tone: 'low' },
  done: { shape: 'circle', tone: 'good' },
  failed: { shape: 'triangle', tone: 'critical' },
  cancelled: { shape: 'square', tone: 'quiet' },
};

function StateMark({ state }: { state: WhatIf['state'] }) {
  const { t } = useTranslation();
  return <Mark {...STATES[state]}>{t(`whatIf.state.${state}`)}</Mark>;
}

function ReplayItem({ replay, chosen }: { replay: WhatIf; chosen: boolean }) {
  const format = useFormat();
  const { t } = useTranslation();
  return (
    <Link
      to="/traffic/what-if"
      search={({ junction: _, ...before }: { junction?: string; id?: string; site?: string }) => ({
        ...before,
        id: replay.id,
      })}
      className={frame.item}
      data-chosen={chosen || undefined}
      aria-current={chosen ? 'true' : undefined}
    >
      <strong>
        <bdi>{replay.junctionName}</bdi>
      </strong>
      <span className="quiet">
        {t('whatIf.period', { from: format.dateTime(replay.from), to: format.dateTime(replay.to) })}
      </span>
      <StateMark state={replay.state} />
    </Link>
  );
}

/** One replay: how far it is, or what came out. */
function Replay({ replay }: { replay: WhatIf }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const now = useNow('second');
  const sentenceOf = useCodedSentence();
  const { data: junctions } = useQuery(junctionsQuery);
  const simulated = junctions?.some(({ id, simulated: made }) => id === replay.junctionId && made);
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelWhatIf(replay.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: signalsKey }),
  });
  const { state, progress, demand, problem, results, askedBy, askedAt } = replay;
  const going = state === 'waiting' || state === 'running';
  const left = timeLeft(replay, now);
  return (
    <>
      <header className={classes.heading}>
        <h1>
          <bdi>{replay.junctionName}</bdi>
        </h1>
        <StateMark state={state} />
        {simulated && <SimulatedMark />}
        <span className={frame.grow} />
        {going && may('what-if.run') && (
          <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('whatIf.cancel')}
          </Button>
        )}
      </header>
      <p>
        {t('whatIf.period', { from: format.dateTime(replay.from), to: format.dateTime(replay.to) })}
        {' · '}
        {t('whatIf.seeds', { count: replay.seeds })}
        {' · '}
        {format.list(replay.controllers.map((name) => t(`signals.controller.${name}`)))}
      </p>
      <p className="quiet">{t('whatIf.asked', { by: askedBy, at: format.dateTime(askedAt) })}</p>
      {demand && (
        <p className={demand.coverage < 0.8 ? classes.warning : 'quiet'}>
          {t('whatIf.demand', {
            vehicles: format.number(demand.vehicles),
            share: format.percent(demand.coverage),
          })}
        </p>
      )}
      <ProblemLine error={cancel.error} />
      {going && (
        <div className={classes.progress}>
          <Progress value={progress * 100} aria-label={t('whatIf.progress')} />
          <span>
            {state === 'waiting'
              ? t('whatIf.waits')
              : t('whatIf.progressOf', { share: format.percent(progress) })}
            {left !== null && ` · ${t('whatIf.left', { left: format.span(left) })}`}
          </span>
          <span className="quiet">{t('whatIf.goesOn')}</span>
        </div>
      )}
      {problem && (
        <p className={classes.trouble} role="status" dir="auto">
          {sentenceOf(problem)} <span className="quiet mono ltr">{problem.code}</span>
        </p>
      )}
      {results.length > 0 && <WhatIfResults results={results} />}
    </>
  );
}
