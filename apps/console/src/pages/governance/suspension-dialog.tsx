import type { SystemView } from '@amaan/contracts/api/system-view';
import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resumeSystem, statusQuery, suspendSystem, systemsQuery } from '../../api/platform.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';

const SHORTEST_REASON = 3;

/** Suspends an AI system, or ends its suspension; either needs a reason, which is recorded. */
export function SuspensionDialog({ system, onClose }: { system: SystemView; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const resuming = system.suspension !== null;
  const { name } = system;
  const change = useMutation({
    mutationFn: () => (resuming ? resumeSystem : suspendSystem)(system.id, { reason: reason.trim() }),
    onSuccess: async () => {
      notifications.show({
        message: resuming ? t('governance.resumed', { name }) : t('governance.suspended', { name }),
      });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: systemsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: statusQuery.queryKey }),
      ]);
      onClose();
    },
  });
  const tooShort = reason.trim().length < SHORTEST_REASON;
  return (
    <ConfirmDialog
      title={resuming ? t('governance.resumeTitle', { name }) : t('governance.suspendTitle', { name })}
      text={resuming ? t('governance.resumeText') : t('governance.suspendText')}
      action={resuming ? t('governance.resume') : t('governance.suspend')}
      pending={change.isPending}
      error={change.error}
      onConfirm={() => {
        setTried(true);
        if (!tooShort) change.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('governance.reason')}
        description={t('common.recorded')}
        value={reason}
        maxLength={500}
        rows={3}
        dir="auto"
        data-autofocus
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={tried && tooShort && t('governance.reasonNeeded')}
      />
    </ConfirmDialog>
  );
}
