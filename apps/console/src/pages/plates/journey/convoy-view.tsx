import type { ConvoyCandidate } from '@amaan/contracts/plates/journey';
import { Skeleton } from '@mantine/core';
import { IconRoute, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../../api/cameras.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Mark } from '../../../components/mark.tsx';
import { PlateText } from '../../../components/plate-text.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import frame from '../found-frame.module.css';
import { useMeasures } from '../use-measures.ts';
import classes from './journey-page.module.css';
import type { JourneySearch } from './journey-search.ts';

/** Fewer than this by chance is written as such: 0.00 would look like never. */
const RARE = 0.01;

/** Vehicles that were seen near another again and again, and how many such meetings chance would bring. */
export function ConvoyView({
  candidates,
  pending,
  error,
  stale,
  search,
  onRetry,
}: {
  candidates: readonly ConvoyCandidate[] | undefined;
  pending: boolean;
  error: Error | null;
  stale: boolean;
  search: JourneySearch;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  if (error) return <ProblemNotice error={error} onRetry={onRetry} />;
  if (pending)
    return (
      <div className={classes.loading} aria-busy="true">
        <Skeleton height={96} />
        <Skeleton height={96} />
      </div>
    );
  if (candidates === undefined)
    return (
      <EmptyNotice
        icon={<IconUsersGroup />}
        title={t('plates.journey.convoyStart')}
        hint={t('plates.journey.convoyStartHint')}
      />
    );
  if (candidates.length === 0)
    return (
      <EmptyNotice
        icon={<IconUsersGroup />}
        title={t('plates.journey.convoyEmpty')}
        hint={t('plates.journey.convoyEmptyHint')}
      />
    );
  return (
    <div className={classes.convoys}>
      {stale && <p className={frame.warning}>{t('plates.search.again')}</p>}
      {candidates.map((candidate) => (
        <Candidate key={candidate.plate} candidate={candidate} search={search} />
      ))}
    </div>
  );
}

function Candidate({
  candidate: { plate, cameras, meetings, expected },
  search,
}: {
  candidate: ConvoyCandidate;
  search: JourneySearch;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const measures = useMeasures();
  const { data: known = [] } = useQuery(camerasQuery);
  const nameOf = (id: string) => known.find((camera) => camera.id === id)?.name ?? '–';
  const inOrder = meetings.toSorted((a, b) => a.at.localeCompare(b.at));
  const apartWords = (seconds: number) =>
    Math.abs(seconds) < 1
      ? t('plates.journey.together')
      : t(seconds > 0 ? 'plates.journey.behind' : 'plates.journey.ahead', {
          span: measures.seconds(Math.abs(seconds)),
        });
  const unremarkable = expected >= meetings.length / 2;
  return (
    <article className={classes.convoy} aria-label={plate}>
      <div className={frame.facts}>
        <PlateText text={plate} large />
        <strong>{t('plates.journey.met', { count: cameras })}</strong>
        <LinkButton
          size="compact-sm"
          variant="default"
          to="/plates/journey"
          search={{
            plate,
            ...(search.span !== undefined && { span: search.span }),
            ...(search.from !== undefined && { from: search.from }),
            ...(search.to !== undefined && { to: search.to }),
          }}
          leftSection={<IconRoute size={14} aria-hidden="true" />}
        >
          {t('plates.journey.showJourney')}
        </LinkButton>
      </div>
      <p className="quiet">
        {expected < RARE
          ? t('plates.journey.expectedRare')
          : t('plates.journey.expected', { value: format.number(expected, 2) })}
      </p>
      {unremarkable && (
        <Mark shape="square" tone="quiet">
          {t('plates.journey.busy')}
        </Mark>
      )}
      <ul className={classes.meetings}>
        {inOrder.map(({ cameraId, at, otherAt, secondsApart }) => (
          <li key={`${cameraId} ${at} ${otherAt}`}>
            <time dateTime={at} title={format.utc(at)}>
              {format.dateTime(at)}
            </time>
            <bdi>{nameOf(cameraId)}</bdi>
            <span className="quiet">{apartWords(secondsApart)}</span>
          </li>
        ))}
      </ul>
    </article>
  );
}
