import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { Button, Skeleton } from '@mantine/core';
import { IconPhotoPlus, IconPlus, IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { watchlistEntriesQuery } from '../../../api/faces.ts';
import { meQuery } from '../../../api/session.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { BulkEnrolDialog } from './bulk/bulk-enrol-dialog.tsx';
import { EntryDecisionDialog } from './entry-decision-dialog.tsx';
import { EntryForm } from './entry-form.tsx';
import { EntryPictures } from './entry-pictures.tsx';
import { RemoveEntryDialog } from './remove-entry-dialog.tsx';
import { WatchlistEntryMarks } from './watchlist-marks.tsx';
import classes from './watchlists.module.css';

/** The people of a list, paged by the server; the pictures of one of them are open below the name. */
export function EntryList({
  list,
  open,
  onOpen,
}: {
  list: Watchlist;
  open: string | undefined;
  onOpen: (entryId: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const found = useInfiniteQuery(watchlistEntriesQuery(list.id));
  const [adding, setAdding] = useState(false);
  const entries = found.data?.pages.flat() ?? [];
  const [enrolling, setEnrolling] = useState(false);
  const buttons = may('watchlist.write') && list.state !== 'expired' && (
    <span className={parts.actions}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPhotoPlus size={16} aria-hidden="true" />}
        onClick={() => setEnrolling(true)}
      >
        {t('watchlists.bulk.open')}
      </Button>
      <Button
        size="xs"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => setAdding(true)}
      >
        {t('watchlists.entry.add')}
      </Button>
    </span>
  );
  return (
    <>
      <header className={frame.heading}>
        <h2>{t('watchlists.entry.title')}</h2>
        {buttons}
      </header>
      {found.error && entries.length === 0 ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Skeleton height={160} />
      ) : entries.length === 0 ? (
        <EmptyNotice
          icon={<IconUserOff />}
          title={t('watchlists.entry.empty')}
          hint={t('watchlists.entry.emptyHint')}
        />
      ) : (
        <ul className={classes.rows}>
          {entries.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              list={list}
              open={entry.id === open}
              onOpen={() => onOpen(entry.id === open ? undefined : entry.id)}
            />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <span>
          <Button
            size="xs"
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('watchlists.more')}
          </Button>
        </span>
      )}
      {enrolling && <BulkEnrolDialog list={list} onClose={() => setEnrolling(false)} />}
      {adding && <EntryForm list={list} onAdded={({ id }) => onOpen(id)} onClose={() => setAdding(false)} />}
    </>
  );
}

type Dialog = 'approved' | 'refused' | 'remove';

function EntryRow({
  entry,
  list,
  open,
  onOpen,
}: {
  entry: WatchlistEntry;
  list: Watchlist;
  open: boolean;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const put = () => setDialog(null);
  const own = me !== undefined && [me.name, me.id, me.username].includes(entry.addedBy);
  return (
    <li className={classes.row} data-open={open || undefined}>
      <div className={classes.rowHead}>
        <span className={classes.words}>
          <strong>
            <bdi>{entry.reference}</bdi>
          </strong>
          <span className={parts.facts}>
            <WatchlistEntryMarks entry={entry} />
            <span className="quiet">{t('watchlists.pictures', { count: entry.pictures })}</span>
          </span>
          {entry.note !== '' && (
            <span>
              <bdi>{entry.note}</bdi>
            </span>
          )}
          <span className="quiet">
            {t('watchlists.entry.added', { time: format.dateTime(entry.addedAt), name: entry.addedBy })}
          </span>
        </span>
        <span className={parts.actions}>
          <Button size="xs" variant="default" aria-expanded={open} onClick={onOpen}>
            {t(open ? 'watchlists.entry.close' : 'watchlists.entry.open')}
          </Button>
          {may('watchlist.write') && (
            <Button size="xs" variant="default" onClick={() => setDialog('remove')}>
              {t('watchlists.entry.remove')}
            </Button>
          )}
        </span>
      </div>
      {entry.state === 'waiting' &&
        (own ? (
          <p className="quiet">{t('watchlists.entry.own')}</p>
        ) : !may('watchlist.approve') ? (
          <p className="quiet">{t('watchlists.entry.noRight')}</p>
        ) : (
          <div className={parts.actions}>
            <Button size="xs" onClick={() => setDialog('approved')}>
              {t('watchlists.entry.approve')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDialog('refused')}>
              {t('watchlists.entry.refuse')}
            </Button>
          </div>
        ))}
      {open && <EntryPictures entry={entry} list={list} />}
      {dialog === 'remove' && <RemoveEntryDialog entry={entry} onClose={put} />}
      {(dialog === 'approved' || dialog === 'refused') && (
        <EntryDecisionDialog entry={entry} decision={dialog} onClose={put} />
      )}
    </li>
  );
}
