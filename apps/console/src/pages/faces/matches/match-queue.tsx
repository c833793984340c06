import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Button, Select, Skeleton } from '@mantine/core';
import { IconFaceId } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { RelativeTime } from '../../../format/relative-time.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { MatchStateMark } from './match-marks.tsx';
import { matchPlace } from './match-place.ts';
import { MATCH_VIEWS, type MatchSearch, type MatchView } from './match-search.ts';

interface Queue {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

/** The list of matches. It shows no face: each look at one is recorded, and made on purpose. */
export function MatchQueue({
  queue,
  matches,
  view,
  reviews,
  chosen,
  onView,
}: {
  queue: Queue;
  matches: readonly FaceMatch[];
  view: MatchView;
  /** Whether the person answers on matches at all. */
  reviews: boolean;
  chosen: string | undefined;
  onView: (view: MatchView) => void;
}) {
  const { t } = useTranslation();
  const views = MATCH_VIEWS.filter((each) => reviews || each !== 'waiting');
  return (
    <section className={frame.list} aria-label={t('faces.matches.title')}>
      <header className={frame.heading}>
        <h1>{t('faces.matches.title')}</h1>
      </header>
      <p className="prose quiet">{t('faces.matches.hint')}</p>
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={t('faces.matches.show')}
        value={view}
        onChange={(chosenView) => chosenView !== null && onView(chosenView as MatchView)}
        data={views.map((each) => ({ value: each, label: t(`faces.matches.views.${each}`) }))}
      />
      {queue.error && matches.length === 0 ? (
        <ProblemNotice error={queue.error} onRetry={() => void queue.refetch()} />
      ) : queue.isPending ? (
        <>
          <Skeleton height={84} />
          <Skeleton height={84} />
          <Skeleton height={84} />
        </>
      ) : matches.length === 0 ? (
        <EmptyNotice
          icon={<IconFaceId />}
          title={t(view === 'waiting' ? 'faces.matches.emptyWaiting' : 'faces.matches.empty')}
          hint={t(view === 'waiting' ? 'faces.matches.emptyWaitingHint' : 'faces.matches.emptyHint')}
        />
      ) : (
        <>
          {matches.map((match) => (
            <MatchCard key={match.id} match={match} chosen={match.id === chosen} />
          ))}
          {queue.hasNextPage && (
            <Button
              size="xs"
              variant="default"
              loading={queue.isFetchingNextPage}
              onClick={() => void queue.fetchNextPage()}
            >
              {t('faces.matches.more')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function MatchCard({ match, chosen }: { match: FaceMatch; chosen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Link
      to="/faces/matches"
      search={(before) => ({ ...(before as MatchSearch), match: match.id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <strong>
        <bdi>{matchPlace(match)}</bdi>
      </strong>
      <span className={`${parts.facts} quiet`}>
        <RelativeTime instant={match.capturedAt} />
        <bdi>{t('faces.matches.case', { number: match.caseNumber })}</bdi>
      </span>
      <span className={parts.facts}>
        <MatchStateMark state={match.state} />
        {match.search !== null && <span className="quiet">{t('faces.matches.afterTheEvent')}</span>}
        <span className="quiet">
          {t('faces.matches.similarity')} <bdi>{format.confidence(match.similarity)}</bdi>
        </span>
        {match.simulated && <SimulatedMark />}
      </span>
    </Link>
  );
}
