import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import { Button, Skeleton } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { watchlistQuery } from '../../../api/faces.ts';
import { sitesQuery } from '../../../api/platform.ts';
import { BackButton } from '../../../components/back-button.tsx';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { DestroyDialog } from './destroy-dialog.tsx';
import { EntryList } from './entry-list.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { WatchlistForm } from './watchlist-form.tsx';
import { WatchlistMarks } from './watchlist-marks.tsx';
import type { WatchlistSearch } from './watchlist-search.ts';

type Dialog = 'edit' | 'review' | 'destroy';

/** One watchlist: what it is for, what waits for a decision, and who is on it. */
export function WatchlistDetail({
  id,
  search,
  onSearch,
}: {
  id: string;
  search: WatchlistSearch;
  onSearch: (changes: { [Key in keyof WatchlistSearch]: WatchlistSearch[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const { data: list, error, refetch } = useQuery(watchlistQuery(id));
  // What was shown may be destroyed meanwhile: then nothing of it stays on the screen.
  const gone = error instanceof ApiProblem && error.status === 404;
  const close = () => onSearch({ list: undefined, person: undefined });
  return (
    <>
      <BackButton onClick={close} />
      {gone ? (
        <EmptyNotice icon={<IconTrash />} title={t('watchlists.gone')} hint={t('watchlists.goneHint')} />
      ) : list ? (
        <>
          <ListHead list={list} onDestroyed={close} />
          <FindingsPanel list={list} />
          <EntryList list={list} open={search.person} onOpen={(person) => onSearch({ person })} />
        </>
      ) : error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Skeleton height={28} width="40%" />
          <Skeleton height={160} />
          <Skeleton height={240} />
        </>
      )}
    </>
  );
}

function ListHead({ list, onDestroyed }: { list: Watchlist; onDestroyed: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data: sites = [] } = useQuery(sitesQuery);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const put = () => setDialog(null);
  const site = sites.find(({ id }) => id === list.siteId);
  return (
    <>
      <header className={frame.heading}>
        <h1>
          <bdi>{list.name}</bdi>
        </h1>
        <WatchlistMarks list={list} />
      </header>
      <div className={parts.actions}>
        {may('watchlist.approve') && list.state === 'unreviewed' && (
          <Button onClick={() => setDialog('review')}>{t('watchlists.review.open')}</Button>
        )}
        {may('watchlist.write') && (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setDialog('edit')}
          >
            {t('watchlists.edit')}
          </Button>
        )}
        {may('watchlist.destroy') && (
          <Button variant="default" onClick={() => setDialog('destroy')}>
            {t('watchlists.destroy.open')}
          </Button>
        )}
      </div>
      {list.state === 'unreviewed' && <p className="prose">{t('watchlists.neverReviewed')}</p>}
      <dl className={parts.terms}>
        <dt>{t('watchlists.field.purpose')}</dt>
        <dd>
          <bdi>{list.purpose}</bdi>
        </dd>
        <dt>{t('watchlists.field.criteria')}</dt>
        <dd>
          <bdi>{list.criteria}</bdi>
        </dd>
        <dt>{t('watchlists.field.owner')}</dt>
        <dd>
          <bdi>{list.owner}</bdi>
        </dd>
        <dt>{t('watchlists.field.legalBasis')}</dt>
        <dd>
          <bdi>{list.legalBasis}</bdi>
        </dd>
        <dt>{t('watchlists.field.expiresOn')}</dt>
        <dd>{format.date(list.expiresOn)}</dd>
        <dt>{t('watchlists.field.site')}</dt>
        <dd>{list.siteId === null ? t('watchlists.field.allSites') : <bdi>{site?.name ?? '–'}</bdi>}</dd>
      </dl>
      <p className="quiet">
        {t('watchlists.created', { time: format.dateTime(list.createdAt), name: list.createdBy })}
        {list.reviewedAt !== null &&
          ` · ${t('watchlists.reviewed', { time: format.dateTime(list.reviewedAt), name: list.reviewedBy ?? '–' })}`}
      </p>
      {dialog === 'edit' && <WatchlistForm list={list} onSaved={put} onClose={put} />}
      {dialog === 'review' && <ReviewDialog list={list} onClose={put} />}
      {dialog === 'destroy' && <DestroyDialog list={list} onDestroyed={onDestroyed} onClose={put} />}
    </>
  );
}
