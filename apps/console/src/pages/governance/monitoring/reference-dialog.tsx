import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MonitoredPlace, monitoringKey, pinReference } from '../../../api/monitoring.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { isReasonShort, ReasonField } from '../../../components/reason-field.tsx';
import classes from './monitoring.module.css';

const HOUR_MS = 60 * 60_000;
/** Chooses the hours that the present is compared with from now on. */
export function ReferenceDialog({ place, onClose }: { place: MonitoredPlace; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [from, setFrom] = useState(() => localText(Date.now() - 24 * HOUR_MS));
  const [to, setTo] = useState(() => localText(Date.now()));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { system, groupId, simulated } = place;
  const pin = useMutation({
    mutationFn: () =>
      pinReference({
        system,
        groupId,
        simulated,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        reason,
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: monitoringKey });
      onClose();
    },
  });
  const wrongOrder = !(from < to);
  return (
    <ConfirmDialog
      title={t('monitoring.pinReference')}
      text={t('monitoring.pinReferenceText')}
      action={t('monitoring.pinReference')}
      pending={pin.isPending}
      error={pin.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isReasonShort(reason) && !wrongOrder) pin.mutate();
      }}
    >
      <div className={classes.form}>
        <TextInput
          className={classes.wide ?? ''}
          type="datetime-local"
          label={t('monitoring.from')}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          className={classes.wide ?? ''}
          type="datetime-local"
          label={t('monitoring.to')}
          value={to}
          error={tried && wrongOrder ? t('monitoring.orderWrong') : null}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <ReasonField className={classes.wide} value={reason} tried={tried} onChange={setReason} />
      </div>
    </ConfirmDialog>
  );
}

/** A moment as the browser's own field writes it: local, to the hour. */
function localText(time: number): string {
  const at = new Date(Math.floor(time / HOUR_MS) * HOUR_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:00`;
}
