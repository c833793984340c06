import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { Button, Loader, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import parts from '../../../components/detail-parts.module.css';
import frame from '../../../components/list-detail.module.css';
import { Mark } from '../../../components/mark.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { BadLines } from './bad-lines.tsx';
import classes from './hotlists.module.css';
import { timeLeft } from './import-job.ts';
import { isUnderWay, putAway, type RunningImport, stopImport, useImport } from './running-imports.ts';

const TITLES = {
  running: 'running',
  stopping: 'running',
  done: 'done',
  stopped: 'stoppedTitle',
  failed: 'failedTitle',
} as const;

/** How far the import into a list is, and afterwards what became of its lines. */
export function ImportPanel({ list }: { list: Hotlist }) {
  const { t } = useTranslation();
  const running = useImport(list.id);
  if (running === null) return null;
  const { state, stoppable, fileName } = running;
  return (
    <section className={parts.panel} aria-label={t('hotlists.import.title')}>
      <div className={frame.heading}>
        <h2>{t(`hotlists.import.${TITLES[state]}`, { name: list.name })}</h2>
        <bdi className="quiet">{fileName}</bdi>
        <span className={frame.grow} />
        {!isUnderWay(running) ? (
          <Button size="xs" variant="default" onClick={() => putAway(list.id)}>
            {t('hotlists.import.close')}
          </Button>
        ) : (
          stoppable && (
            <Button
              size="xs"
              variant="default"
              loading={state === 'stopping'}
              onClick={() => stopImport(list.id)}
            >
              {t('hotlists.import.stop')}
            </Button>
          )
        )}
      </div>
      {isUnderWay(running) ? <Waiting running={running} /> : <Outcome running={running} list={list} />}
    </section>
  );
}

/** Lines and time left of a file in parts; of one that is sent whole, how long it takes already. */
function Waiting({ running: { progress, startedAt, stoppable, state } }: { running: RunningImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const elapsed = useNow('second') - startedAt;
  const left = timeLeft(progress, elapsed);
  const words = t('hotlists.import.progress', {
    done: format.number(progress.done),
    total: format.number(progress.total),
  });
  if (!stoppable)
    return (
      <p className={classes.counts} role="status">
        <Loader size="xs" aria-hidden="true" />
        <span>{t('hotlists.import.whole', { count: progress.total })}</span>
        {elapsed >= 2000 && <span className="quiet">{format.span(elapsed)}</span>}
      </p>
    );
  return (
    <>
      <Progress value={(progress.done / progress.total) * 100} aria-label={words} />
      <p role="status">
        {words}{' '}
        {state === 'stopping' ? (
          <span className="quiet">{t('hotlists.import.stopping')}</span>
        ) : (
          left !== null &&
          left >= 1000 && (
            <span className="quiet">{t('hotlists.import.left', { span: format.span(left) })}</span>
          )
        )}
      </p>
      <p className="quiet">{t('hotlists.import.goesOn')}</p>
    </>
  );
}

function Outcome({ running: { progress, state, error }, list }: { running: RunningImport; list: Hotlist }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, total, result } = progress;
  const { added, known, waiting, badLines } = result;
  const nothing = state === 'failed' && done === 0;
  return (
    <>
      {state === 'stopped' && (
        <p role="status">
          {t('hotlists.import.stopped', { done: format.number(done), total: format.number(total) })}
        </p>
      )}
      {state === 'failed' && (
        <div role="alert">
          {error instanceof ApiProblem && error.status === 0 ? (
            <p>{t('hotlists.import.network')}</p>
          ) : (
            <ProblemLine error={error} />
          )}
          <p>
            {done > 0 && t('hotlists.import.failed', { line: format.number(done + 1) })}{' '}
            {t('hotlists.import.again')}
          </p>
        </div>
      )}
      {!nothing && (
        <div className={classes.counts} role="status">
          <Mark shape="circle" tone="good">
            {t('hotlists.import.added', { count: added })}
          </Mark>
          {known > 0 && <span>{t('hotlists.import.known', { count: known })}</span>}
          {waiting > 0 && (
            <Mark shape="triangle" tone="high">
              {t('hotlists.import.waiting', { count: waiting })}
            </Mark>
          )}
          {badLines > 0 ? (
            <Mark shape="square" tone="critical">
              {t('hotlists.import.bad', { count: badLines })}
            </Mark>
          ) : (
            state === 'done' && <span>{t('hotlists.import.allGood')}</span>
          )}
        </div>
      )}
      <BadLines result={result} list={list} />
    </>
  );
}
