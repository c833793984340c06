import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addWatchlistEntry, watchlistsQuery } from '../../../api/faces.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './watchlists.module.css';

const LEAST_LETTERS = 2;

/** Puts a person on a list. Whether it is a child or a missing person is asked of every one. */
export function EntryForm({
  list,
  onAdded,
  onClose,
}: {
  list: Watchlist;
  onAdded: (entry: WatchlistEntry) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [child, setChild] = useState(false);
  const [missing, setMissing] = useState(false);
  const [tried, setTried] = useState(false);
  const short = reference.trim().length < LEAST_LETTERS;
  const add = useMutation({
    mutationFn: () => addWatchlistEntry(list.id, { reference, note, child, missing }),
    onSuccess: async (entry) => {
      notifications.show({
        message: t(entry.state === 'waiting' ? 'watchlists.entry.doneWaiting' : 'watchlists.entry.done', {
          name: entry.reference,
        }),
      });
      onClose();
      onAdded(entry);
      await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('watchlists.entry.add')}>
      <form
        className={classes.single}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!short) add.mutate();
        }}
      >
        <TextInput
          label={t('watchlists.entry.reference')}
          value={reference}
          maxLength={120}
          dir="auto"
          data-autofocus
          error={tried && short && t('watchlists.entry.referenceNeeded')}
          onChange={({ currentTarget }) => setReference(currentTarget.value)}
        />
        <Textarea
          label={`${t('watchlists.entry.note')} (${t('common.optional')})`}
          value={note}
          rows={2}
          maxLength={500}
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Checkbox
          label={t('watchlists.entry.child')}
          description={t('watchlists.entry.childHint')}
          checked={child}
          onChange={({ currentTarget }) => setChild(currentTarget.checked)}
        />
        <Checkbox
          label={t('watchlists.entry.missing')}
          checked={missing}
          onChange={({ currentTarget }) => setMissing(currentTarget.checked)}
        />
        <p className="quiet">{t('common.recorded')}</p>
        <ProblemLine error={add.error} />
        <FormButtons action={t('watchlists.entry.add')} pending={add.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
