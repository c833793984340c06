import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authorisationsKey, revokeAuthorisation } from '../../../api/faces.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

const LEAST_LETTERS = 3;

/** Ends an authorisation at once, with the reason for it. */
export function RevokeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < LEAST_LETTERS;
  const revoke = useMutation({
    mutationFn: () => revokeAuthorisation(id, reason),
    onSuccess: async () => {
      notifications.show({ message: t('faceAuthorisations.revoke.done') });
      onClose();
      await queryClient.invalidateQueries({ queryKey: authorisationsKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('faceAuthorisations.revoke.title')}
      text={t('faceAuthorisations.revoke.text')}
      action={t('faceAuthorisations.revoke.open')}
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => {
        setTried(true);
        if (!missing) revoke.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('faceAuthorisations.revoke.reason')}
        value={reason}
        rows={2}
        maxLength={1000}
        dir="auto"
        data-autofocus
        error={tried && missing && t('faceAuthorisations.revoke.reasonNeeded')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
