import type { ContestView } from '@amaan/contracts/violations/contest';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { contestQuery } from '../../../api/contests.ts';
import { violationQuery } from '../../../api/violations.ts';
import parts from '../../../components/detail-parts.module.css';
import frame from '../../../components/list-detail.module.css';
import { OpenThing } from '../../../components/open-thing.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { PlateAndRegistry } from '../evidence/plate-and-registry.tsx';
import { CitizenFiles } from './citizen-files.tsx';
import { ContestDecisionPanel } from './contest-decision-panel.tsx';
import { ContestStateMark, DeadlineMark } from './contest-marks.tsx';
import { ContestedCase } from './contested-case.tsx';
import classes from './contests.module.css';

/** One contest: what the citizen says and sent, the decision beside it, and below what the camera saw. */
export function ContestDetail({
  id,
  onDecided,
  onClose,
}: {
  id: string;
  onDecided: (id: string) => void;
  onClose: () => void;
}) {
  const query = useQuery(contestQuery(id));
  return (
    <OpenThing query={query} onClose={onClose}>
      {(contest) => <OpenContest contest={contest} onDecided={onDecided} />}
    </OpenThing>
  );
}

function OpenContest({ contest, onDecided }: { contest: ContestView; onDecided: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const contested = useQuery(violationQuery(contest.caseId));
  const { challanNumber, challanId, state, reasons, text, files, openedAt, decideBy, simulated } = contest;
  return (
    <>
      <header className={frame.heading}>
        <h1>
          {may('challan.read') ? (
            <Link to="/violations/challans" search={{ id: challanId }} className={classes.challan}>
              {t('contests.challan', { number: challanNumber })}
            </Link>
          ) : (
            t('contests.challan', { number: challanNumber })
          )}
        </h1>
        {state === 'open' ? <DeadlineMark decideBy={decideBy} /> : <ContestStateMark state={state} />}
        {simulated && <SimulatedMark />}
        <span className="quiet">{t('contests.openedAt', { time: format.dateTime(openedAt) })}</span>
      </header>
      <div className={classes.main}>
        <div className={classes.said}>
          <section className={`${parts.panel} ${classes.panel}`} aria-labelledby="contest-citizen">
            <h2 id="contest-citizen">{t('contests.citizen')}</h2>
            <ul className={classes.reasons}>
              {reasons.map((reason) => (
                <li key={reason}>{t(`contests.reason.${reason}`)}</li>
              ))}
            </ul>
            {/* In whatever language the citizen writes. */}
            <blockquote className={`${classes.words} prose`} dir="auto">
              {text}
            </blockquote>
            <h2>{t('contests.citizenFiles')}</h2>
            <CitizenFiles contestId={contest.id} files={files} />
          </section>
          {contested.data && <PlateAndRegistry violationCase={contested.data} />}
        </div>
        <ContestDecisionPanel key={state} contest={contest} onDecided={onDecided} />
      </div>
      <ContestedCase query={contested} />
    </>
  );
}
