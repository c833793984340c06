import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { removeTrafficView, trafficKey } from '../../../api/traffic.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

/** Takes the lanes off a camera; what was measured stays. */
export function RemoveViewDialog({
  camera,
  version,
  onClose,
}: {
  camera: { readonly id: string; readonly name: string };
  /** The version that the person saw. */
  version: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeTrafficView(camera.id, version),
    onSuccess: async () => {
      notifications.show({ message: t('traffic.view.removed') });
      onClose();
      await queryClient.invalidateQueries({ queryKey: trafficKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('traffic.view.removeTitle', { name: camera.name })}
      text={t('traffic.view.removeText')}
      action={t('traffic.view.remove')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
