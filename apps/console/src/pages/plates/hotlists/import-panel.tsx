import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { csvText } from '../../../csv/csv-text.ts';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import classes from './hotlists.module.css';
import { timeLeft } from './import-job.ts';
import { putAway, type RunningImport, stopImport, useImport } from './running-imports.ts';

const BAD_LINES_SHOWN = 200;

/** How far the import into a list is, and afterwards what became of its lines. */
export function ImportPanel({ list }: { list: Hotlist }) {
  const { t } = useTranslation();
  const format = useFormat();
  const running = useImport(list.id);
  if (running === null) return null;
  const { progress, state, fileName } = running;
  const counts = {
    done: format.number(progress.done),
    total: format.number(progress.total),
  };
  return (
    <section className={classes.panel} aria-label={t('hotlists.import.title')}>
      <div className={classes.heading}>
        <h2>
          {state === 'running'
            ? t('hotlists.import.running', { name: list.name })
            : t('hotlists.import.done')}
        </h2>
        <bdi className="quiet">{fileName}</bdi>
        <span className={classes.grow} />
        {state === 'running' ? (
          <Button size="xs" variant="default" onClick={() => stopImport(list.id)}>
            {t('hotlists.import.stop')}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => putAway(list.id)}>
            {t('hotlists.import.close')}
          </Button>
        )}
      </div>
      {state === 'running' && (
        <>
          <Progress
            value={(progress.done / progress.total) * 100}
            aria-label={t('hotlists.import.progress', counts)}
          />
          <p role="status">
            {t('hotlists.import.progress', counts)} <Left running={running} />
          </p>
          <p className="quiet">{t('hotlists.import.goesOn')}</p>
        </>
      )}
      {state === 'stopped' && <p role="status">{t('hotlists.import.stopped')}</p>}
      {state === 'failed' && (
        <>
          <p role="alert">{t('hotlists.import.failed', { line: format.number(progress.done + 1) })}</p>
          <ProblemLine error={running.error} />
        </>
      )}
      {state !== 'running' && <Outcome running={running} list={list} />}
    </section>
  );
}

function Left({ running: { progress, startedAt } }: { running: RunningImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = timeLeft(progress, useNow('second') - startedAt);
  return left === null || left < 1000 ? null : (
    <span className="quiet">{t('hotlists.import.left', { span: format.span(left) })}</span>
  );
}

function Outcome({ running: { progress }, list }: { running: RunningImport; list: Hotlist }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { added, known, waiting, bad, badLines } = progress.result;
  return (
    <>
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
          <span>{t('hotlists.import.allGood')}</span>
        )}
      </div>
      {bad.length > 0 && (
        <>
          <div className={classes.bad}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('hotlists.import.line')}</th>
                  <th scope="col">{t('hotlists.import.text')}</th>
                  <th scope="col">{t('hotlists.import.why')}</th>
                </tr>
              </thead>
              <tbody>
                {bad.slice(0, BAD_LINES_SHOWN).map(({ line, text, reason }) => (
                  <tr key={line}>
                    <td className="ltr">{format.number(line)}</td>
                    <td>
                      <bdi className="mono">{text}</bdi>
                    </td>
                    <td>
                      <bdi>{reason}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className={classes.end}>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              onClick={() =>
                saveCsv(
                  `${list.name}-bad-lines.csv`,
                  csvText(
                    ['line', 'text', 'reason'],
                    bad.map(({ line, text, reason }) => [String(line), text, reason]),
                  ),
                )
              }
            >
              {t('hotlists.import.download')}
            </Button>
            {badLines > BAD_LINES_SHOWN && (
              <span className="quiet">{t('hotlists.import.more', { count: BAD_LINES_SHOWN })}</span>
            )}
          </div>
        </>
      )}
    </>
  );
}
