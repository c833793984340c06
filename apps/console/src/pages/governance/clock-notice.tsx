import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { acceptClock, clockQuery } from '../../api/clock.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Mark } from '../../components/mark.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './governance.module.css';

/** Shown while the server's clock stands before times that it has seen: then nothing is issued or decided. */
export function ClockNotice() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data: clock } = useQuery({ ...clockQuery, enabled: may('ledger.read') });
  const [accepting, setAccepting] = useState(false);
  if (clock === undefined || clock.behindMs === 0) return null;
  return (
    <aside className={classes.clock} role="alert">
      <Mark shape="triangle" tone="critical">
        {t('lifecycle.clockBehind.title', { behind: format.span(clock.behindMs) })}
      </Mark>
      <p className="prose">{t('lifecycle.clockBehind.text', { seen: format.dateTime(clock.seen) })}</p>
      {clock.request !== null && (
        <p>
          {t('lifecycle.clockBehind.asked', { name: clock.request.by.name })} <q>{clock.request.reason}</q>
        </p>
      )}
      {may('clock.accept') && (
        <div>
          <Button variant="default" size="xs" onClick={() => setAccepting(true)}>
            {t(clock.request === null ? 'lifecycle.clockBehind.ask' : 'lifecycle.clockBehind.confirm')}
          </Button>
        </div>
      )}
      {accepting && <AcceptDialog isSecond={clock.request !== null} onClose={() => setAccepting(false)} />}
    </aside>
  );
}

function AcceptDialog({ isSecond, onClose }: { isSecond: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const accept = useMutation({
    mutationFn: acceptClock,
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const action = t(isSecond ? 'lifecycle.clockBehind.confirm' : 'lifecycle.clockBehind.ask');
  return (
    <ConfirmDialog
      title={action}
      text={t('lifecycle.clockBehind.explain')}
      action={action}
      pending={accept.isPending}
      error={accept.error}
      onConfirm={() => accept.mutate({ reason })}
      onClose={onClose}
    >
      <Textarea
        label={t('lifecycle.clockBehind.reason')}
        value={reason}
        dir="auto"
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        withAsterisk
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
