import type { PossibleTransition } from '@amaan/contracts/governance/lifecycle';
import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestStage, systemKey } from '../../../api/lifecycle.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';

const SHORTEST_REASON = 3;

/** Asks for another stage; other people decide. */
export function RequestDialog({
  systemId,
  next,
  onClose,
}: {
  systemId: string;
  next: PossibleTransition;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const stage = t(`governance.stage.${next.to}`);
  const ask = useMutation({
    mutationFn: () => requestStage(systemId, { to: next.to, reason: reason.trim() }),
    onSuccess: async () => {
      notifications.show({ message: t('lifecycle.asked') });
      await queryClient.invalidateQueries({ queryKey: ['systems'] });
      await queryClient.invalidateQueries({ queryKey: systemKey(systemId) });
      onClose();
    },
  });
  const tooShort = reason.trim().length < SHORTEST_REASON;
  return (
    <ConfirmDialog
      title={t('lifecycle.askTitle', { stage })}
      text={t('lifecycle.askText', { count: next.approvalsNeeded })}
      action={t('lifecycle.ask', { stage })}
      pending={ask.isPending}
      error={ask.error}
      onConfirm={() => {
        setTried(true);
        if (!tooShort) ask.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('governance.reason')}
        value={reason}
        autosize
        minRows={3}
        data-autofocus
        error={tried && tooShort && t('governance.reasonNeeded')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
