import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewWatchlist, watchlistsQuery } from '../../../api/faces.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

const LEAST_LETTERS = 10;

/** Somebody confirms that they looked through the list as they see it: the revision goes along. */
export function ReviewDialog({ list, onClose }: { list: Watchlist; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  // What was on the screen when the dialog opened, also when the list changes below it.
  const [seen] = useState(list);
  const [statement, setStatement] = useState('');
  const [tried, setTried] = useState(false);
  const missing = statement.trim().length < LEAST_LETTERS;
  const refresh = () => queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
  const review = useMutation({
    mutationFn: () => reviewWatchlist(list.id, { seen: seen.revision, statement }),
    onSuccess: async () => {
      notifications.show({ message: t('watchlists.review.done') });
      onClose();
      await refresh();
    },
    onError: () => void refresh(),
  });
  return (
    <ConfirmDialog
      title={t('watchlists.review.title', { name: list.name })}
      text={t('watchlists.review.text', {
        entries: t('watchlists.entries', { count: seen.entries }),
        pictures: t('watchlists.pictures', { count: seen.pictures }),
      })}
      action={t('watchlists.review.action')}
      pending={review.isPending}
      error={review.error}
      onConfirm={() => {
        setTried(true);
        if (!missing) review.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('watchlists.review.statement')}
        value={statement}
        rows={3}
        maxLength={1000}
        dir="auto"
        data-autofocus
        error={tried && missing && t('watchlists.review.need')}
        onChange={({ currentTarget }) => setStatement(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
