import type { Unmasking } from '@amaan/contracts/redaction/unmasking';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unmaskingQuery } from '../../../api/unmaskings.ts';
import frame from '../../../components/list-detail.module.css';
import { OpenThing } from '../../../components/open-thing.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { UnmaskingMarks } from './unmasking-marks.tsx';
import classes from './unmaskings.module.css';
import { useSubjectWords } from './use-subject-words.ts';
import { type UnmaskingWord, WordDialog } from './word-dialog.tsx';

/** One un-masking: what was asked for and why, who decided, how often it was opened, and the way to decide or end it. */
export function UnmaskingDetail({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <OpenThing query={useQuery(unmaskingQuery(id))} onClose={onClose}>
      {(unmasking) => <Detail unmasking={unmasking} />}
    </OpenThing>
  );
}

function Detail({ unmasking }: { unmasking: Unmasking }) {
  const { t } = useTranslation();
  const words = useSubjectWords();
  const [word, setWord] = useState<UnmaskingWord | null>(null);
  const { state, mine, may, alertId, subject } = unmasking;
  return (
    <>
      <header className={frame.heading}>
        <h1>{words(unmasking)}</h1>
      </header>
      <div className={classes.facts}>
        <UnmaskingMarks unmasking={unmasking} />
      </div>
      {state === 'waiting' && (
        <section className={classes.panel} aria-label={t('unmasking.states.waiting')}>
          {may.decide ? (
            <>
              <h2>{t('unmasking.decision.title')}</h2>
              <p className="prose quiet">{t('unmasking.decision.hint')}</p>
              <div className={classes.actions}>
                <Button onClick={() => setWord('approved')}>{t('unmasking.decision.approve')}</Button>
                <Button variant="default" onClick={() => setWord('refused')}>
                  {t('unmasking.decision.refuse')}
                </Button>
              </div>
            </>
          ) : (
            <p className="prose">{t(mine ? 'unmasking.decision.own' : 'unmasking.decision.notYou')}</p>
          )}
        </section>
      )}
      <Terms unmasking={unmasking} />
      <div className={classes.actions}>
        {alertId !== null && (
          <Link to="/operations" search={{ alert: alertId }} className={classes.link}>
            {t('unmasking.toAlert')}
          </Link>
        )}
        {subject.kind === 'live' && (
          <Link to="/cameras/$cameraId" params={{ cameraId: subject.cameraId }} className={classes.link}>
            {t('unmasking.toCamera')}
          </Link>
        )}
        {may.revoke && (mine || state === 'in-force') && (
          <Button variant="default" onClick={() => setWord('revoked')}>
            {t(state === 'waiting' ? 'unmasking.revoke.takeBack' : 'unmasking.revoke.open')}
          </Button>
        )}
      </div>
      {word !== null && <WordDialog id={unmasking.id} word={word} onClose={() => setWord(null)} />}
    </>
  );
}

function Terms({ unmasking }: { unmasking: Unmasking }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decidedAt, decidedBy, decisionNote, openedAt, until, endedAt, endedBy } = unmasking;
  const by = (time: string, name: string | null) =>
    t('unmasking.by', { time: format.dateTime(time), name: name ?? 'Amaan' });
  const rows: [string, string | null][] = [
    [t('unmasking.field.case'), unmasking.caseNumber],
    [t('unmasking.field.reason'), unmasking.reason],
    [t('unmasking.field.counts'), t('unmasking.minutes', { count: unmasking.minutes })],
    [t('unmasking.field.asked'), by(unmasking.askedAt, unmasking.askedBy)],
    [t('unmasking.field.decided'), decidedAt === null ? null : by(decidedAt, decidedBy)],
    [t('unmasking.field.note'), decisionNote],
    [t('unmasking.field.from'), openedAt === null ? null : format.dateTime(openedAt)],
    [t('unmasking.field.until'), until === null ? null : format.dateTime(until)],
    [t('unmasking.field.ended'), endedAt === null ? null : by(endedAt, endedBy)],
    [t('unmasking.field.openings'), t('unmasking.times', { count: unmasking.openings })],
  ];
  return (
    <dl className={classes.terms}>
      {rows.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className={classes.term}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
