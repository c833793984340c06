import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconFilterOff, IconPlus, IconPointer, IconSearch, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { watchlistsQuery } from '../../../api/faces.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { PurposeGate } from '../../purpose/purpose-gate.tsx';
import { FacesFrame } from '../faces-frame.tsx';
import { WatchlistDetail } from './watchlist-detail.tsx';
import { WatchlistForm } from './watchlist-form.tsx';
import { WatchlistMarks } from './watchlist-marks.tsx';
import type { WatchlistSearch } from './watchlist-search.ts';

const route = getRouteApi('/shell/faces/watchlists');

/** The watchlists; for an investigator only while it is on record what they are read for. */
export function WatchlistsPage() {
  const { t } = useTranslation();
  return (
    <FacesFrame>
      <PurposeGate needs="watchlist.read" why={t('watchlists.purposeWhy')}>
        <WatchlistsView />
      </PurposeGate>
    </FacesFrame>
  );
}

/** The lists at the start side, the open one with its people at the end side. */
function WatchlistsView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: lists, error, refetch } = useQuery(watchlistsQuery);
  const [creating, setCreating] = useState(false);
  const change = (changes: { [Key in keyof WatchlistSearch]: WatchlistSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as WatchlistSearch, replace: true });
  const wanted = (search.q ?? '').trim().toLocaleLowerCase();
  const shown = (lists ?? []).filter(
    ({ name, owner, siteId }) =>
      (site === undefined || siteId === null || siteId === site) &&
      `${name} ${owner}`.toLocaleLowerCase().includes(wanted),
  );
  const createButton = may('watchlist.write') && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t('watchlists.create')}
    </Button>
  );
  return (
    <div className={frame.page} data-open={search.list !== undefined || undefined}>
      <section className={frame.list} aria-label={t('watchlists.title')}>
        <header className={frame.heading}>
          <h1>{t('watchlists.title')}</h1>
          <span className={frame.grow} />
          {createButton}
        </header>
        <p className="prose quiet">{t('watchlists.hint')}</p>
        <TextInput
          size="xs"
          dir="auto"
          aria-label={t('watchlists.find')}
          placeholder={t('watchlists.find')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search.q ?? ''}
          onChange={({ currentTarget }) => change({ q: currentTarget.value || undefined })}
        />
        {error && !lists ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : lists === undefined ? (
          <>
            <Skeleton height={84} />
            <Skeleton height={84} />
          </>
        ) : lists.length === 0 ? (
          <EmptyNotice
            icon={<IconUserSearch />}
            title={t('watchlists.empty')}
            hint={t('watchlists.emptyHint')}
            action={createButton}
          />
        ) : shown.length === 0 ? (
          <EmptyNotice icon={<IconFilterOff />} title={t('watchlists.emptyFilter')} />
        ) : (
          shown.map((list) => (
            <Link
              key={list.id}
              to="/faces/watchlists"
              search={(before) => {
                const { person: _person, ...rest } = before as WatchlistSearch;
                return { ...rest, list: list.id };
              }}
              className={frame.item}
              data-chosen={list.id === search.list || undefined}
            >
              <strong>
                <bdi>{list.name}</bdi>
              </strong>
              <span className={`${parts.facts} quiet`}>
                <span>{t('watchlists.entries', { count: list.entries })}</span>
                <span>{t('watchlists.pictures', { count: list.pictures })}</span>
              </span>
              <span className={parts.facts}>
                <WatchlistMarks list={list} />
              </span>
            </Link>
          ))
        )}
      </section>
      <section className={frame.detail}>
        {search.list === undefined ? (
          <EmptyNotice icon={<IconPointer />} title={t('watchlists.choose')} />
        ) : (
          <WatchlistDetail key={search.list} id={search.list} search={search} onSearch={change} />
        )}
      </section>
      {creating && (
        <WatchlistForm
          list={null}
          onSaved={({ id }) => change({ list: id, person: undefined })}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  );
}
