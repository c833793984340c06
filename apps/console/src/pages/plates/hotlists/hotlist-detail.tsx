import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconFileImport, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { closeHotlist, hotlistQuery, hotlistsQuery } from '../../../api/hotlists.ts';
import { sitesQuery } from '../../../api/platform.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import parts from '../../../components/detail-parts.module.css';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { PriorityMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryTable } from './entry-table.tsx';
import { HotlistForm } from './hotlist-form.tsx';
import { HotlistMarks } from './hotlist-marks.tsx';
import type { HotlistSearch } from './hotlist-search.ts';
import { ImportDialog } from './import-dialog.tsx';
import { ImportPanel } from './import-panel.tsx';
import { isUnderWay, useImport } from './running-imports.ts';
import { useMayFill } from './use-may-fill.ts';
import { useToleranceWords } from './use-tolerance-words.ts';

type Dialog = 'edit' | 'close' | 'add' | 'import';

/** One hotlist: what it is for, what waits for a second person, and its entries. */
export function HotlistDetail({
  id,
  search,
  onSearch,
}: {
  id: string;
  search: HotlistSearch;
  onSearch: (changes: { [Key in keyof HotlistSearch]: HotlistSearch[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const { data: list, error, refetch } = useQuery(hotlistQuery(id));
  return (
    <>
      <Button
        className={frame.back}
        variant="subtle"
        component={Link}
        to="/plates/hotlists"
        leftSection={<IconArrowLeft size={16} className="mirrored" aria-hidden="true" />}
      >
        {t('common.back')}
      </Button>
      {list ? (
        <>
          <ListHead list={list} />
          {list.active && <ApprovalPanel list={list} />}
          <EntryTable list={list} search={search} onSearch={onSearch} />
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

function ListHead({ list }: { list: Hotlist }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const mayFill = useMayFill();
  const tolerance = useToleranceWords();
  const { data: sites = [] } = useQuery(sitesQuery);
  const running = useImport(list.id);
  const importing = running !== null && isUnderWay(running);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const put = () => setDialog(null);
  const site = list.siteId === null ? null : sites.find(({ id }) => id === list.siteId);
  return (
    <>
      <header className={frame.heading}>
        <h1>
          <bdi>{list.name}</bdi>
        </h1>
        <HotlistMarks list={list} />
      </header>
      {list.active && mayFill(list) && (
        <div className={parts.actions}>
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setDialog('add')}>
            {t('hotlists.entry.add')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden="true" />}
            disabled={importing}
            onClick={() => setDialog('import')}
          >
            {t('hotlists.import.open')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setDialog('edit')}
          >
            {t('hotlists.edit')}
          </Button>
          <Button variant="default" onClick={() => setDialog('close')}>
            {t('hotlists.close')}
          </Button>
        </div>
      )}
      {list.active && may('hotlist.write') && !mayFill(list) && (
        <p className="quiet">{t('hotlists.readOnly')}</p>
      )}
      <ImportPanel list={list} />
      <dl className={parts.terms}>
        <dt>{t('hotlists.kindLabel')}</dt>
        <dd>{t(`hotlists.kind.${list.kind}`)}</dd>
        <dt>{t('priority.label')}</dt>
        <dd>
          <PriorityMark priority={list.priority} />
        </dd>
        <dt>{t('hotlists.owner')}</dt>
        <dd>
          <bdi>{list.owner}</bdi>
        </dd>
        <dt>{t('hotlists.reason')}</dt>
        <dd>
          <bdi>{list.reason}</bdi>
        </dd>
        <dt>{t('hotlists.legalBasis')}</dt>
        <dd>
          <bdi>{list.legalBasis}</bdi>
        </dd>
        <dt>{t('hotlists.reviewOn')}</dt>
        <dd>{format.date(list.reviewOn)}</dd>
        <dt>{t('hotlists.expiresOn')}</dt>
        <dd>{format.date(list.expiresOn)}</dd>
        <dt>{t('hotlists.tolerance')}</dt>
        <dd>{tolerance(list.tolerance)}</dd>
        <dt>{t('hotlists.site')}</dt>
        <dd>{list.siteId === null ? t('hotlists.allSites') : <bdi>{site?.name ?? '–'}</bdi>}</dd>
      </dl>
      <p className="quiet">
        {t('hotlists.created', { time: format.dateTime(list.createdAt), name: list.createdBy })} ·{' '}
        {t('hotlists.version', { version: format.number(list.version) })}
      </p>
      {dialog === 'edit' && <HotlistForm list={list} onSaved={put} onClose={put} />}
      {dialog === 'add' && <EntryDialog list={list} onClose={put} />}
      {dialog === 'import' && <ImportDialog list={list} onClose={put} />}
      {dialog === 'close' && <CloseDialog list={list} onClose={put} />}
    </>
  );
}

function CloseDialog({ list, onClose }: { list: Hotlist; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const close = useMutation({
    mutationFn: () => closeHotlist(list.id),
    onSuccess: async () => {
      notifications.show({ message: t('hotlists.closeDone', { name: list.name }) });
      onClose();
      await queryClient.invalidateQueries({ queryKey: hotlistsQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('hotlists.closeTitle', { name: list.name })}
      text={t('hotlists.closeText')}
      action={t('hotlists.close')}
      pending={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate()}
      onClose={onClose}
    />
  );
}
