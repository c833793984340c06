import type { JunctionDetails } from '@amaan/contracts/traffic/junction-record';
import {
  CONTROLLERS,
  type ControllerName,
  SIGNAL_MODES,
  type SignalMode,
} from '@amaan/contracts/traffic/signal-decision';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { orderFixedPlan, setController, setSignalMode, signalsKey } from '../../../api/signals.ts';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './junction-page.module.css';
import { NoteDialog } from './note-dialog.tsx';

/** How far signal control goes here, which controller proposes, and until when it may lead. */
export function ModePanel({ junction }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState<SignalMode | null>(null);
  const settled = async () => {
    setWanted(null);
    await queryClient.invalidateQueries({ queryKey: signalsKey });
  };
  const change = useMutation({
    mutationFn: (reason: string) => setSignalMode(junction.id, { mode: wanted!, reason }),
    onSuccess: async () => {
      notifications.show({ message: t('signals.modeSet', { mode: t(`signals.mode.${wanted!}`) }) });
      await settled();
    },
  });
  const choose = useMutation({
    mutationFn: (controller: ControllerName) => setController(junction.id, controller),
    onSuccess: settled,
  });
  const { mode, controller, approvedUntil, live } = junction;
  return (
    <section className={classes.panel} aria-label={t('signals.modeTitle')}>
      <h2>{t('signals.modeTitle')}</h2>
      <SegmentedControl
        size="xs"
        aria-label={t('signals.modeTitle')}
        value={mode}
        disabled={!may('signal.mode')}
        data={SIGNAL_MODES.map((value) => ({ value, label: t(`signals.mode.${value}`) }))}
        onChange={(value) => setWanted(value as SignalMode)}
      />
      <p className="prose quiet">{t(`signals.modeHint.${mode}`)}</p>
      <Select
        size="xs"
        label={t('signals.controllerLabel')}
        allowDeselect={false}
        value={controller}
        disabled={!may('signal.mode') || choose.isPending}
        data={CONTROLLERS.map((value) => ({ value, label: t(`signals.controller.${value}`) }))}
        onChange={(value) => value !== null && value !== controller && choose.mutate(value as ControllerName)}
      />
      <p className="quiet">{t(`signals.controllerHint.${controller}`)}</p>
      <ProblemLine error={choose.error} />
      <dl className={parts.terms}>
        <dt>{t('signals.since')}</dt>
        <dd>{format.dateTime(junction.modeSince)}</dd>
        <dt>{t('signals.approvedUntil')}</dt>
        <dd>{approvedUntil === null ? t('signals.notApproved') : format.dateTime(approvedUntil)}</dd>
        <dt>{t('signals.permitUntil')}</dt>
        <dd>{live?.permitUntil ? format.dateTime(live.permitUntil) : t('signals.noPermit')}</dd>
      </dl>
      {wanted !== null && (
        <NoteDialog
          title={t('signals.modeDialog', { mode: t(`signals.mode.${wanted}`) })}
          text={t(`signals.modeHint.${wanted}`)}
          action={t('signals.setMode')}
          label={t('signals.words')}
          pending={change.isPending}
          error={change.error}
          onConfirm={(reason) => change.mutate(reason)}
          onClose={() => {
            change.reset();
            setWanted(null);
          }}
        />
      )}
    </section>
  );
}

/** Ends every adaptation of a junction at once. It stands apart, so that nobody has to look for it. */
export function FixedPlanButton({ junction }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const order = useMutation({
    mutationFn: (reason: string) => orderFixedPlan(junction.id, reason),
    onSuccess: async () => {
      notifications.show({ message: t('signals.fixedPlan.done') });
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: signalsKey });
    },
  });
  return (
    <>
      <Button variant="default" size="xs" className={classes.stop ?? ''} onClick={() => setAsking(true)}>
        {t('signals.fixedPlan.action')}
      </Button>
      {asking && (
        <NoteDialog
          title={t('signals.fixedPlan.title', { name: junction.name })}
          text={t('signals.fixedPlan.text')}
          action={t('signals.fixedPlan.action')}
          label={t('signals.words')}
          pending={order.isPending}
          error={order.error}
          onConfirm={(reason) => order.mutate(reason)}
          onClose={() => {
            order.reset();
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
