import type { RecordStepInput } from '@amaan/contracts/governance/record-step';
import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import type { RecordStatus } from '../../../components/records/record-status-mark.tsx';

/** Asks why a record is taken one state further; the reason is signed. */
export function StepDialog({
  number,
  to,
  take,
  onClose,
}: {
  number: string;
  to: string;
  take: (step: RecordStepInput) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const step = useMutation({
    mutationFn: take,
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const status = t(`documents.status.${to as RecordStatus}`);
  return (
    <ConfirmDialog
      title={t('incidents.stepTitle', { number, status })}
      text={t('incidents.stepText')}
      action={t('incidents.stepTo', { status })}
      pending={step.isPending}
      error={step.error}
      onConfirm={() => step.mutate({ to, reason })}
      onClose={onClose}
    >
      <Textarea
        label={t('incidents.reason')}
        value={reason}
        dir="auto"
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        withAsterisk
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
