import type { Corridor } from '@amaan/contracts/traffic/api-corridor';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { removeCorridor, trafficKey } from '../../../api/traffic.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

/** Removes a corridor; what was measured along it stays. */
export function RemoveCorridorDialog({
  corridor,
  onClose,
  onRemoved,
}: {
  corridor: Corridor;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeCorridor(corridor.id, corridor.version),
    onSuccess: async () => {
      onRemoved();
      await queryClient.invalidateQueries({ queryKey: trafficKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('traffic.corridor.deleteTitle', { name: corridor.name })}
      text={t('traffic.corridor.deleteText')}
      action={t('traffic.corridor.delete')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
