import type { CameraSuspension } from '@amaan/contracts/violations/camera-suspension';
import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { cameraSuspensionsQuery, liftSuspension } from '../../../api/violation-figures.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './enforcement.module.css';

const LEAST_WORDS = 20;

/** Cameras that stopped enforcing by themselves, with the words that lift it. Nothing where there is none. */
export function SuspendedCameras() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: suspensions = [] } = useQuery({
    ...cameraSuspensionsQuery,
    enabled: may('camera-suspension.read'),
  });
  if (suspensions.length === 0) return null;
  return (
    <section aria-labelledby="suspended-cameras">
      <h2 id="suspended-cameras">{t('enforcement.suspension.title')}</h2>
      <p className="prose quiet">{t('enforcement.suspension.hint')}</p>
      {suspensions.map((suspension) => (
        <Suspension key={suspension.id} suspension={suspension} />
      ))}
    </section>
  );
}

function Suspension({ suspension }: { suspension: CameraSuspension }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [lifting, setLifting] = useState(false);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const short = note.trim().length < LEAST_WORDS;
  const lift = useMutation({
    mutationFn: () => liftSuspension(suspension.id, { note: note.trim() }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: cameraSuspensionsQuery.queryKey });
      notifications.show({ message: t('enforcement.suspension.lifted') });
      setLifting(false);
    },
  });
  const { cameraName, at, rate, limit, lifts, mayLift } = suspension;
  return (
    <div className={classes.suspension}>
      <strong>
        <bdi>{cameraName}</bdi>
      </strong>
      <span>
        {t('enforcement.suspension.rate', {
          cancelled: format.number(rate.cancelled),
          decided: format.number(rate.decided),
          low: format.percent(rate.low ?? 0),
          limit: format.percent(limit),
        })}
      </span>
      <span className="quiet">{t('enforcement.suspension.since', { time: format.dateTime(at) })}</span>
      {lifts.map((word) => (
        <span key={word.role}>
          {t('enforcement.suspension.said', {
            name: word.byName,
            role: t(`role.${word.role}`),
            time: format.dateTime(word.at),
          })}{' '}
          <q>
            <bdi>{word.note}</bdi>
          </q>
        </span>
      ))}
      {mayLift && (
        <div>
          <Button size="xs" variant="default" onClick={() => setLifting(true)}>
            {t('enforcement.suspension.lift')}
          </Button>
        </div>
      )}
      {lifting && (
        <ConfirmDialog
          title={cameraName}
          action={t('enforcement.suspension.lift')}
          pending={lift.isPending}
          error={lift.error}
          onConfirm={() => {
            setTried(true);
            if (!short) lift.mutate();
          }}
          onClose={() => setLifting(false)}
        >
          <Textarea
            label={t('enforcement.suspension.note')}
            description={t('common.recorded')}
            error={tried && short && t('enforcement.suspension.noteShort')}
            value={note}
            rows={3}
            maxLength={2000}
            dir="auto"
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </ConfirmDialog>
      )}
    </div>
  );
}
