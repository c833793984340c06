import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { removeWatchlistEntry, watchlistsQuery } from '../../../api/faces.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

/** Takes a person off a list, with everything that it has of them. */
export function RemoveEntryDialog({ entry, onClose }: { entry: WatchlistEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeWatchlistEntry(entry),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('watchlists.entry.removeTitle', { name: entry.reference })}
      text={t('watchlists.entry.removeText')}
      action={t('watchlists.entry.remove')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
