import type { ChallanState } from '@amaan/contracts/violations/challan';
import type { CitizenChallan } from '@amaan/contracts/violations/citizen';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../components/mark.tsx';
import { PlateText } from '../../components/plate-text.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLocalText } from '../../format/use-local-text.ts';
import { SignalSection } from '../violations/evidence/signal-section.tsx';
import { SpeedSection } from '../violations/evidence/speed-section.tsx';
import { useFinding } from '../violations/evidence/use-finding.ts';
import classes from './citizen.module.css';
import { ContestSection } from './contest-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { NoticeButton } from './notice-button.tsx';
import { PayingSection } from './paying-section.tsx';
import type { OpenChallan } from './use-challan.ts';

const MARKS: Record<ChallanState, { shape: Shape; tone: Tone }> = {
  issued: { shape: 'square', tone: 'high' },
  contested: { shape: 'diamond', tone: 'low' },
  upheld: { shape: 'square', tone: 'high' },
  overdue: { shape: 'triangle', tone: 'critical' },
  paid: { shape: 'circle', tone: 'good' },
  cancelled: { shape: 'circle', tone: 'good' },
  lapsed: { shape: 'circle', tone: 'good' },
  'refund-due': { shape: 'circle', tone: 'good' },
  refunded: { shape: 'circle', tone: 'good' },
};

/** Everything about one challan, what matters most on top. */
export function ChallanView({ open, onClose }: { open: OpenChallan; onClose: () => void }) {
  const { t } = useTranslation();
  const { challan } = open;
  return (
    <>
      <div className={classes.bar}>
        <h1>{t('citizen.challan', { number: challan.number })}</h1>
        <NoticeButton open={open} />
        <Button variant="default" onClick={onClose}>
          {t('citizen.other')}
        </Button>
      </div>
      {challan.simulated && (
        <p className={classes.notice} data-kind="simulated">
          {t('citizen.simulated')}
        </p>
      )}
      <Standing challan={challan} />
      <Summary challan={challan} />
      <EvidenceSection open={open} />
      <Found challan={challan} />
      <ContestSection open={open} />
      <PayingSection open={open} />
      <History challan={challan} />
      <section className={classes.card} aria-labelledby="rights-title">
        <h2 id="rights-title">{t('citizen.rights.title')}</h2>
        <p className="prose">{t('citizen.rights.machine')}</p>
        <p className="prose">{t('citizen.rights.courts')}</p>
        <p className="quiet">
          {t('citizen.rights.made', {
            version: challan.found.softwareVersion,
            permit: challan.permitId,
          })}
        </p>
      </section>
    </>
  );
}

/** Where it stands, and what to do about it. */
function Standing({ challan }: { challan: CitizenChallan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { state, amount, payBy, cancelCause, takenBack, mayContest } = challan;
  const { shape, tone } = MARKS[state];
  return (
    <section className={`${classes.card} ${classes.state}`} data-tone={tone}>
      <div className={classes.stateWord}>
        <Mark shape={shape} tone={tone}>
          {t(`citizen.state.${state}`)}
        </Mark>
      </div>
      <p className="prose">
        {t(`citizen.meaning.${state}`, {
          amount: t('citizen.rupees', { value: format.number(amount) }),
          payBy: payBy === null ? '' : format.date(payBy),
        })}
        {mayContest.allowed && state !== 'paid' && (
          <> {t('citizen.orContest', { contestBy: format.date(mayContest.until) })}</>
        )}
      </p>
      {cancelCause !== null && <p className="prose">{t(`citizen.cause.${cancelCause}`)}</p>}
      {takenBack !== null && <blockquote className={classes.quote}>{local(takenBack)}</blockquote>}
    </section>
  );
}

function Summary({ challan }: { challan: CitizenChallan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { amount, payBy, plate, kind, occurredAt, place, law, issuedAt } = challan;
  return (
    <section className={classes.card} aria-labelledby="summary-title">
      <h2 id="summary-title">{t('citizen.summary')}</h2>
      <dl className={classes.facts}>
        <dt>{t('citizen.amount')}</dt>
        <dd className={classes.amount}>{t('citizen.rupees', { value: format.number(amount) })}</dd>
        {payBy !== null && (
          <>
            <dt>{t('citizen.payBy')}</dt>
            <dd>
              <strong>{format.date(payBy)}</strong>
            </dd>
          </>
        )}
        <dt>{t('citizen.plate')}</dt>
        <dd>
          <PlateText text={plate} large />
        </dd>
        <dt>{t('citizen.violation')}</dt>
        <dd>{t(`violations.kind.${kind}`)}</dd>
        <dt>{t('citizen.at')}</dt>
        <dd>{format.dateTime(occurredAt)}</dd>
        <dt>{t('citizen.place')}</dt>
        <dd>
          <bdi>{place}</bdi>
        </dd>
        <dt>{t('citizen.law')}</dt>
        <dd>
          {local(law.offence)}
          <br />
          <span className="quiet">{t('citizen.lawText', { act: local(law.act), section: law.section })}</span>
          {law.standing.status === 'unverified' && (
            <>
              <br />
              <span className="quiet">{t('citizen.unchecked')}</span>
            </>
          )}
        </dd>
        <dt>{t('citizen.issuedAt')}</dt>
        <dd>{format.date(issuedAt)}</dd>
      </dl>
    </section>
  );
}

/** What was measured, each figure with its error. */
function Found({ challan }: { challan: CitizenChallan }) {
  const { t } = useTranslation();
  const finding = useFinding();
  const { found } = challan;
  return (
    <section className={classes.card} aria-labelledby="found-title">
      <h2 id="found-title">{t('citizen.found')}</h2>
      <p className="prose">{finding(found)}</p>
      <SignalSection violation={found} />
      {'speed' in found && <SpeedSection speed={found.speed} />}
      <p className="quiet">{t('violations.evidence.atLeast')}</p>
      <p className="prose">{t('citizen.decidedBy')}</p>
    </section>
  );
}

function History({ challan: { history } }: { challan: CitizenChallan }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.card} aria-labelledby="history-title">
      <h2 id="history-title">{t('citizen.history')}</h2>
      <ol className={classes.history}>
        {history.map(({ at, event }) => (
          <li key={`${at} ${event}`}>
            {t(`citizen.event.${event}`)}
            <time className="quiet" dateTime={at}>
              {format.dateTime(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
