import type { CitizenContest } from '@amaan/contracts/violations/contest';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useLocalText } from '../../format/use-local-text.ts';
import classes from './citizen.module.css';
import { ContestForm } from './contest-form.tsx';
import type { OpenChallan } from './use-challan.ts';

/** What was said against a challan, or the way to say it. */
export function ContestSection({ open }: { open: OpenChallan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { contest, mayContest, law, state } = open.challan;
  const [writing, setWriting] = useState(false);
  if (contest !== null) return <ContestStanding contest={contest} />;
  if (!mayContest.allowed && mayContest.why === 'over') return null;
  return (
    <section className={classes.card} aria-labelledby="contest-title">
      <h2 id="contest-title">{t('citizen.contest.title')}</h2>
      {mayContest.allowed ? (
        <>
          <p className="prose">{t('citizen.contest.intro', { days: law.decideWithinDays })}</p>
          <p>{t('citizen.contest.until', { time: format.date(mayContest.until) })}</p>
          {writing ? (
            <ContestForm open={open} onCancel={() => setWriting(false)} />
          ) : (
            <Button
              size="md"
              variant={state === 'paid' ? 'default' : 'filled'}
              onClick={() => setWriting(true)}
            >
              {t('citizen.contest.begin')}
            </Button>
          )}
        </>
      ) : (
        <p className="prose">
          {t(`citizen.contest.mayNot.${mayContest.why}`, { time: format.date(open.challan.contestBy) })}
        </p>
      )}
    </section>
  );
}

/** A contest that was sent, with what became of it. */
function ContestStanding({ contest }: { contest: CitizenContest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { state, reasons, text, files, openedAt, decideBy, endedAt, decision } = contest;
  return (
    <section className={classes.card} aria-labelledby="contest-title">
      <h2 id="contest-title">{t(`citizen.contest.stands.${state}`)}</h2>
      {endedAt === null ? (
        <p className="prose" role="status">
          {t('citizen.contest.sent', {
            time: format.dateTime(openedAt),
            decideBy: format.date(decideBy),
          })}
        </p>
      ) : (
        <p>{t('citizen.contest.ended', { time: format.dateTime(endedAt) })}</p>
      )}
      {decision !== null && (
        <div className={classes.notice}>
          <strong>{t('citizen.contest.why')}</strong>
          <p className="prose">{local(decision.explanation)}</p>
        </div>
      )}
      {state === 'upheld' && <p className="prose">{t('citizen.contest.court')}</p>}
      <details>
        <summary>{t('citizen.contest.yours')}</summary>
        <ul className={classes.list}>
          {reasons.map((reason) => (
            <li key={reason}>{t(`citizen.contest.reason.${reason}`)}</li>
          ))}
        </ul>
        <blockquote className={classes.quote} dir="auto">
          {text}
        </blockquote>
        {files.length > 0 && <p>{t('citizen.contest.yourFiles', { count: files.length })}</p>}
        <ul className={classes.list}>
          {files.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
