import type { CallSource } from '@amaan/contracts/service/emergency-call';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callSourcesQuery, revokeCallFeed } from '../../../api/service-calls.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { isReasonShort, ReasonField } from '../../../components/reason-field.tsx';

/** Ends a feed, with the reason. */
export function RevokeFeedDialog({
  source,
  onClose,
}: {
  source: Pick<CallSource, 'id' | 'name'>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const revoke = useMutation({
    mutationFn: () => revokeCallFeed(source.id, reason),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: callSourcesQuery.queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('service.feed.revokeTitle', { name: source.name })}
      text={t('service.feed.revokeText')}
      action={t('service.feed.revoke')}
      pending={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isReasonShort(reason)) revoke.mutate();
      }}
    >
      <ReasonField value={reason} tried={tried} onChange={setReason} />
    </ConfirmDialog>
  );
}
