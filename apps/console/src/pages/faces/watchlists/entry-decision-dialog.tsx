import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideWatchlistEntry, watchlistsQuery } from '../../../api/faces.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

const LEAST_LETTERS = 3;

/** A second person's word on a child. */
export function EntryDecisionDialog({
  entry,
  decision,
  onClose,
}: {
  entry: WatchlistEntry;
  decision: 'approved' | 'refused';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { reference: name } = entry;
  const approving = decision === 'approved';
  const missing = note.trim().length < LEAST_LETTERS;
  const decide = useMutation({
    mutationFn: () => decideWatchlistEntry(entry, { decision, note }),
    onSuccess: async () => {
      notifications.show({ message: t('watchlists.entry.decided') });
      onClose();
      await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t(approving ? 'watchlists.entry.approveTitle' : 'watchlists.entry.refuseTitle', { name })}
      text={t(approving ? 'watchlists.entry.approveText' : 'watchlists.entry.refuseText')}
      action={t(approving ? 'watchlists.entry.approve' : 'watchlists.entry.refuse')}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={() => {
        setTried(true);
        if (!missing) decide.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('watchlists.entry.note')}
        value={note}
        rows={2}
        maxLength={500}
        dir="auto"
        data-autofocus
        error={tried && missing && t('watchlists.entry.noteNeeded')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
