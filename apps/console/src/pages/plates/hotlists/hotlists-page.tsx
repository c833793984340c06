import { Button, Skeleton, Switch, TextInput } from '@mantine/core';
import { IconFilterOff, IconListSearch, IconPlus, IconPointer, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { hotlistsQuery, matchingQuery } from '../../../api/hotlists.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { PurposeGate } from '../../purpose/purpose-gate.tsx';
import { PlatesFrame } from '../plates-frame.tsx';
import { HotlistDetail } from './hotlist-detail.tsx';
import { HotlistForm } from './hotlist-form.tsx';
import { HotlistMarks } from './hotlist-marks.tsx';
import type { HotlistSearch } from './hotlist-search.ts';

const route = getRouteApi('/shell/plates/hotlists');

/** The hotlists at the start side, the open one with its entries at the end side. */
export function HotlistsPage() {
  const { t } = useTranslation();
  return (
    <PlatesFrame>
      <PurposeGate needs="hotlist.read" why={t('hotlists.purposeWhy')}>
        <HotlistsView />
      </PurposeGate>
    </PlatesFrame>
  );
}

function HotlistsView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: lists, error, refetch } = useQuery(hotlistsQuery);
  const { data: matching } = useQuery({ ...matchingQuery, enabled: may('system.read') });
  const [creating, setCreating] = useState(false);
  const change = (changes: { [Key in keyof HotlistSearch]: HotlistSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as HotlistSearch, replace: true });
  const wanted = (search.q ?? '').trim().toLocaleLowerCase();
  const shown = (lists ?? []).filter(
    ({ name, owner, active, siteId }) =>
      (active || search.closed !== undefined) &&
      (site === undefined || siteId === null || siteId === site) &&
      `${name} ${owner}`.toLocaleLowerCase().includes(wanted),
  );
  const createButton = may('hotlist.write') && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t('hotlists.create')}
    </Button>
  );
  return (
    <div className={frame.page} data-open={search.list !== undefined || undefined}>
      <section className={frame.list} aria-label={t('hotlists.title')}>
        <header className={frame.heading}>
          <h1>{t('hotlists.title')}</h1>
          <span className={frame.grow} />
          {createButton}
        </header>
        {matching?.running === false ? (
          <div role="alert">
            <Mark shape="square" tone="critical">
              {t('hotlists.matchingStopped')}
            </Mark>
            <p className="quiet" dir="ltr" lang="en">
              {matching.reason}
            </p>
          </div>
        ) : (
          <p className="prose quiet">{t('hotlists.hint')}</p>
        )}
        <TextInput
          size="xs"
          dir="auto"
          aria-label={t('hotlists.find')}
          placeholder={t('hotlists.find')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search.q ?? ''}
          onChange={({ currentTarget }) => change({ q: currentTarget.value || undefined })}
        />
        <Switch
          size="xs"
          label={t('hotlists.showClosed')}
          checked={search.closed !== undefined}
          onChange={({ currentTarget }) => change({ closed: currentTarget.checked ? 'true' : undefined })}
        />
        {error && !lists ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : lists === undefined ? (
          <>
            <Skeleton height={84} />
            <Skeleton height={84} />
            <Skeleton height={84} />
          </>
        ) : lists.length === 0 ? (
          <EmptyNotice
            icon={<IconListSearch />}
            title={t('hotlists.empty')}
            hint={t('hotlists.emptyHint')}
            action={createButton}
          />
        ) : shown.length === 0 ? (
          <EmptyNotice icon={<IconFilterOff />} title={t('hotlists.emptyFilter')} />
        ) : (
          shown.map((list) => (
            <Link
              key={list.id}
              to="/plates/hotlists"
              search={(before) => {
                const { entries: _entries, find: _find, ...rest } = before as HotlistSearch;
                return { ...rest, list: list.id };
              }}
              className={frame.item}
              data-chosen={list.id === search.list || undefined}
            >
              <strong>
                <bdi>{list.name}</bdi>
              </strong>
              <span className={`${parts.facts} quiet`}>
                <span>{t(`hotlists.kind.${list.kind}`)}</span>
                <span>{t('hotlists.entries', { count: list.entries })}</span>
              </span>
              <span className={parts.facts}>
                <HotlistMarks list={list} />
              </span>
              {list.waiting > 0 && (
                <Mark shape="triangle" tone="high">
                  {t('hotlists.waiting', { count: list.waiting })}
                </Mark>
              )}
            </Link>
          ))
        )}
      </section>
      <section className={frame.detail}>
        {search.list === undefined ? (
          <EmptyNotice icon={<IconPointer />} title={t('hotlists.choose')} />
        ) : (
          <HotlistDetail key={search.list} id={search.list} search={search} onSearch={change} />
        )}
      </section>
      {creating && (
        <HotlistForm
          list={null}
          onSaved={({ id }) => change({ list: id })}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  );
}
