import { HOTLIST_ENTRY_STATES, type Hotlist, type HotlistEntry } from '@amaan/contracts/plates/hotlist';
import { ActionIcon, Button, Select, Skeleton, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCar, IconFilterOff, IconSearch, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesQuery, hotlistsQuery, removeEntry } from '../../../api/hotlists.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { PlateText } from '../../../components/plate-text.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { EntryMark } from './hotlist-marks.tsx';
import type { HotlistSearch } from './hotlist-search.ts';
import classes from './hotlists.module.css';
import { useMayFill } from './use-may-fill.ts';

/** The entries of a list, searched and paged by the server: there may be a million. */
export function EntryTable({
  list,
  search,
  onSearch,
}: {
  list: Hotlist;
  search: HotlistSearch;
  onSearch: (changes: { [Key in keyof HotlistSearch]: HotlistSearch[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [removing, setRemoving] = useState<HotlistEntry | null>(null);
  const [wanted] = useDebouncedValue(search.find, 250);
  const entries = useInfiniteQuery(
    entriesQuery(list.id, {
      ...(search.entries !== undefined && { state: search.entries }),
      ...(wanted !== undefined && { search: wanted }),
    }),
  );
  const shown = entries.data?.pages.flat() ?? [];
  const narrowed = search.entries !== undefined || search.find !== undefined;
  return (
    <>
      <div className={classes.tools}>
        <h2>{t('hotlists.entry.title')}</h2>
        <span className={frame.grow} />
        <TextInput
          className={classes.find ?? ''}
          size="xs"
          aria-label={t('hotlists.entry.search')}
          placeholder={t('hotlists.entry.search')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search.find ?? ''}
          onChange={({ currentTarget }) => onSearch({ find: currentTarget.value || undefined })}
        />
        <Select
          size="xs"
          clearable
          aria-label={t('hotlists.entry.state')}
          placeholder={t('hotlists.entry.anyState')}
          value={search.entries ?? null}
          onChange={(state) => onSearch({ entries: (state as HotlistEntry['state'] | null) ?? undefined })}
          data={HOTLIST_ENTRY_STATES.map((state) => ({
            value: state,
            label: t(`hotlists.entry.states.${state}`),
          }))}
        />
      </div>
      {entries.error && shown.length === 0 ? (
        <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} />
      ) : entries.isPending ? (
        <Skeleton height={240} />
      ) : shown.length === 0 ? (
        narrowed ? (
          <EmptyNotice icon={<IconFilterOff />} title={t('hotlists.entry.emptyFilter')} />
        ) : (
          <EmptyNotice
            icon={<IconCar />}
            title={t('hotlists.entry.empty')}
            hint={t('hotlists.entry.emptyHint')}
          />
        )
      ) : (
        <>
          <div className={classes.table}>
            <Table verticalSpacing="xs" highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('hotlists.entry.plate')}</Table.Th>
                  <Table.Th>{t('hotlists.entry.state')}</Table.Th>
                  <Table.Th className={classes.column}>{t('hotlists.entry.caseNumber')}</Table.Th>
                  <Table.Th className={classes.column}>{t('hotlists.entry.note')}</Table.Th>
                  <Table.Th className={classes.column}>{t('hotlists.entry.expires')}</Table.Th>
                  <Table.Th className={classes.column}>{t('hotlists.entry.added')}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} list={list} onRemove={() => setRemoving(entry)} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
          <div className={classes.end}>
            <span className="quiet">{t('hotlists.entry.shown', { shown: format.number(shown.length) })}</span>
            {entries.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                loading={entries.isFetchingNextPage}
                onClick={() => void entries.fetchNextPage()}
              >
                {t('hotlists.entry.more')}
              </Button>
            )}
          </div>
        </>
      )}
      {removing && <RemoveDialog list={list} entry={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function EntryRow({ entry, list, onRemove }: { entry: HotlistEntry; list: Hotlist; onRemove: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayFill = useMayFill();
  const removable = list.active && (entry.state === 'active' || entry.state === 'waiting');
  return (
    <Table.Tr>
      <Table.Td>
        <PlateText text={entry.plate} />
        <span className={`${classes.phone} quiet`}>
          <bdi>{[entry.caseNumber, entry.note].filter((part) => part !== '').join(' · ')}</bdi>
        </span>
      </Table.Td>
      <Table.Td>
        <EntryMark state={entry.state} />
        {entry.decidedBy !== null && (
          <p className="quiet">{t('hotlists.entry.decided', { name: entry.decidedBy })}</p>
        )}
      </Table.Td>
      <Table.Td className={classes.column}>
        <bdi>{entry.caseNumber || '–'}</bdi>
      </Table.Td>
      <Table.Td className={classes.column}>
        <bdi>{entry.note || '–'}</bdi>
      </Table.Td>
      <Table.Td className={classes.column}>
        {entry.expiresOn === null ? '–' : format.date(entry.expiresOn)}
      </Table.Td>
      <Table.Td className={`${classes.column} quiet`}>
        {format.date(entry.addedAt)} {t('hotlists.entry.addedBy', { name: entry.addedBy })}
      </Table.Td>
      <Table.Td>
        {removable && mayFill(list) && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('hotlists.entry.remove', { plate: entry.plate })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function RemoveDialog({ list, entry, onClose }: { list: Hotlist; entry: HotlistEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeEntry(list.id, entry.id),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: hotlistsQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('hotlists.entry.removeTitle', { plate: entry.plate })}
      text={t('hotlists.entry.removeText')}
      action={t('hotlists.entry.remove', { plate: entry.plate })}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
