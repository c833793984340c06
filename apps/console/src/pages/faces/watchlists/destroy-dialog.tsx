import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import { Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authorisationsKey, destroyWatchlist, watchlistsQuery } from '../../../api/faces.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

const LEAST_LETTERS = 3;

/** Says all that goes, and goes on only with the name of the list typed. */
export function DestroyDialog({
  list,
  onDestroyed,
  onClose,
}: {
  list: Watchlist;
  onDestroyed: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const mismatch = typed.trim() !== list.name.trim();
  const missing = reason.trim().length < LEAST_LETTERS;
  const destroy = useMutation({
    mutationFn: () => destroyWatchlist(list.id, reason),
    onSuccess: async () => {
      notifications.show({ message: t('watchlists.destroy.done', { name: list.name }) });
      onDestroyed();
      // Nothing of it stays in the browser either.
      queryClient.removeQueries({ queryKey: ['watchlists', list.id] });
      await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey, exact: true });
      await queryClient.invalidateQueries({ queryKey: authorisationsKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('watchlists.destroy.title', { name: list.name })}
      text={t('watchlists.destroy.text', {
        entries: t('watchlists.entries', { count: list.entries + list.waiting }),
        pictures: t('watchlists.pictures', { count: list.pictures }),
      })}
      action={t('watchlists.destroy.action')}
      pending={destroy.isPending}
      error={destroy.error}
      onConfirm={() => {
        setTried(true);
        if (!mismatch && !missing) destroy.mutate();
      }}
      onClose={onClose}
    >
      <p className="prose quiet">{t('watchlists.destroy.kept')}</p>
      <TextInput
        label={t('watchlists.destroy.type', { name: list.name })}
        value={typed}
        autoComplete="off"
        dir="auto"
        data-autofocus
        error={tried && mismatch && t('watchlists.destroy.mismatch')}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Textarea
        label={t('watchlists.destroy.reason')}
        value={reason}
        rows={2}
        maxLength={1000}
        dir="auto"
        error={tried && missing && t('watchlists.destroy.reasonNeeded')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
