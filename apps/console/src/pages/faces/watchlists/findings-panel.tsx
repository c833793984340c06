import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import type { WatchlistFinding } from '@amaan/contracts/faces/watchlist-entry';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import {
  decideFinding,
  findingsQuery,
  watchlistEntriesQuery,
  watchlistPictureUrl,
  watchlistsQuery,
} from '../../../api/faces.ts';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine, ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FacePicture } from '../matches/face-picture.tsx';
import classes from './watchlists.module.css';

/** What enrolment doubts: one person under two entries, two people in one. A person looks and says what is true. */
export function FindingsPanel({ list }: { list: Watchlist }) {
  const { t } = useTranslation();
  const {
    data: findings,
    error,
    refetch,
  } = useQuery({
    ...findingsQuery(list.id),
    enabled: list.openFindings > 0,
  });
  const entries = useInfiniteQuery({ ...watchlistEntriesQuery(list.id), enabled: list.openFindings > 0 });
  const names = new Map(entries.data?.pages.flat().map(({ id, reference }) => [id, reference]));
  if (list.openFindings === 0) return null;
  const open = (findings ?? []).filter(({ decision }) => decision === null);
  return (
    <section className={`${parts.panel} ${classes.panel}`} data-waiting aria-labelledby="findings">
      <h2 id="findings">{t('watchlists.finding.title', { count: list.openFindings })}</h2>
      <p className="prose quiet">{t('watchlists.finding.hint')}</p>
      {error && open.length === 0 && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <ul className={classes.rows}>
        {open.map((finding) => (
          <Finding
            key={finding.id}
            finding={finding}
            name={names.get(finding.entryId)}
            otherName={names.get(finding.otherEntryId)}
          />
        ))}
      </ul>
    </section>
  );
}

function Finding({
  finding,
  name,
  otherName,
}: {
  finding: WatchlistFinding;
  /** Of the two entries, as far as they are loaded. */
  name: string | undefined;
  otherName: string | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const [compared, setCompared] = useState(false);
  const { watchlistId } = finding;
  const decide = useMutation({
    mutationFn: (decision: NonNullable<WatchlistFinding['decision']>) =>
      decideFinding(watchlistId, finding.id, decision),
    onSuccess: () => notifications.show({ message: t('watchlists.finding.decided') }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey }),
  });
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <span className={classes.words}>
          <strong>{t(`watchlists.finding.${finding.kind}`)}</strong>
          <span className="quiet">
            {t('watchlists.finding.similarity', {
              similarity: format.confidence(finding.similarity),
              threshold: format.confidence(finding.threshold),
            })}{' '}
            · {t('watchlists.finding.found', { time: format.dateTime(finding.foundAt) })}
          </span>
        </span>
        {!compared && (
          <Button size="xs" variant="default" onClick={() => setCompared(true)}>
            {t('watchlists.finding.compare')}
          </Button>
        )}
      </div>
      {compared && (
        <>
          <div className={classes.pair}>
            <FacePicture
              url={watchlistPictureUrl({ id: finding.pictureId, entryId: finding.entryId, watchlistId })}
              title={titled(t('watchlists.finding.first'), name)}
              alt={t('watchlists.finding.first')}
            />
            <FacePicture
              url={watchlistPictureUrl({
                id: finding.otherPictureId,
                entryId: finding.otherEntryId,
                watchlistId,
              })}
              title={titled(t('watchlists.finding.second'), otherName)}
              alt={t('watchlists.finding.second')}
            />
          </div>
          {may('watchlist.approve') ? (
            <div className={parts.actions}>
              {(['same-person', 'different-people'] as const).map((decision) => {
                const removes = (finding.kind === 'one-person-two-entries') === (decision === 'same-person');
                return (
                  <span key={decision} className={classes.decision}>
                    <Button
                      size="xs"
                      variant="default"
                      loading={decide.isPending && decide.variables === decision}
                      disabled={decide.isPending}
                      onClick={() => decide.mutate(decision)}
                    >
                      {t(
                        decision === 'same-person'
                          ? 'watchlists.finding.samePerson'
                          : 'watchlists.finding.differentPeople',
                      )}
                    </Button>
                    <small className="quiet">
                      {t(removes ? 'watchlists.finding.removes' : 'watchlists.finding.keeps')}
                    </small>
                  </span>
                );
              })}
            </div>
          ) : (
            <p className="quiet">{t('watchlists.finding.noRight')}</p>
          )}
          <ProblemLine error={decide.error} />
        </>
      )}
    </li>
  );
}

/** What a picture is, and whose it is said to be, each in its own direction. */
function titled(what: string, name: string | undefined): string {
  return name === undefined ? what : `${what} · \u2068${name}\u2069`;
}
