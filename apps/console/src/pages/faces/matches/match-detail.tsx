import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Skeleton } from '@mantine/core';
import { IconInfoCircle, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import { faceMatchQuery } from '../../../api/face-matches.ts';
import { BackButton } from '../../../components/back-button.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ExplainedChain } from '../../../components/explanation/explained-chain.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { MatchFacts } from './match-facts.tsx';
import { MatchStateMark } from './match-marks.tsx';
import { ContextPicture, MatchPictures } from './match-pictures.tsx';
import { matchPlace } from './match-place.ts';
import classes from './matches.module.css';

/** One possible match: the pictures first, the answer beside them, what the numbers say below. */
export function MatchDetail({
  id,
  onAnswered,
  onClose,
}: {
  id: string;
  onAnswered: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data: match, error, refetch } = useQuery(faceMatchQuery(id));
  // A match that was shown may be deleted meanwhile: then nothing of it stays on the screen.
  const gone = error instanceof ApiProblem && error.status === 404;
  return (
    <>
      <BackButton onClick={onClose} />
      {gone ? (
        <EmptyNotice
          icon={<IconTrash />}
          title={t('faces.matches.gone')}
          hint={t('faces.matches.goneHint')}
        />
      ) : match ? (
        <Match match={match} onAnswered={onAnswered} />
      ) : error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Skeleton height={28} width="40%" />
          <div className={classes.pair}>
            <Skeleton height={280} />
            <Skeleton height={280} />
          </div>
          <Skeleton height={160} />
        </>
      )}
    </>
  );
}

function Match({ match, onAnswered }: { match: FaceMatch; onAnswered: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <header className={frame.heading}>
        <h1>{t('faces.matches.states.possible')}</h1>
        {match.state !== 'possible' && <MatchStateMark state={match.state} />}
        {match.simulated && <SimulatedMark />}
        <span className="quiet">
          <bdi>
            {match.search === null
              ? t('faces.matches.seen', { camera: matchPlace(match) })
              : t('faces.matches.brought', { place: matchPlace(match) })}
          </bdi>{' '}
          ·{' '}
          <time dateTime={match.capturedAt} title={t('bar.utc', { time: format.utc(match.capturedAt) })}>
            {format.dateTime(match.capturedAt)}
          </time>
        </span>
      </header>
      <p className={classes.nothing}>
        <IconInfoCircle size={18} aria-hidden="true" />
        <span className="prose">{t('faces.matches.nothingFollows')}</span>
      </p>
      <div className={classes.main}>
        <MatchPictures match={match} />
        <AnswerPanel match={match} onAnswered={onAnswered} />
      </div>
      <MatchFacts match={match} />
      <ContextPicture match={match} />
      <ExplainedChain kind="face-match" id={match.id} />
    </>
  );
}
