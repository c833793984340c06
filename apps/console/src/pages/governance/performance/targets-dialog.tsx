import { SERVICE_PHASES, ServiceTargets } from '@amaan/contracts/performance';
import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeServiceTargets } from '../../../api/performance.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { isReasonShort, ReasonField } from '../../../components/reason-field.tsx';
import classes from './performance.module.css';

/** Changes the shifts and targets by a new version, with the reason. */
export function TargetsDialog({ settings, onClose }: { settings: ServiceTargets; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [shifts, setShifts] = useState(settings.shifts.map(({ from, name }) => `${from} ${name}`).join('\n'));
  const [targets, setTargets] = useState(settings.targets);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const draft = { ...settings, timeZone, targets, shifts: shiftsOf(shifts) };
  const shiftsWrong = !ServiceTargets.shape.shifts.safeParse(draft.shifts).success;
  const change = useMutation({
    mutationFn: () => changeServiceTargets({ settings: draft, reason }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['performance'] });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('performance.change')}
      text={t('performance.changeText')}
      action={t('common.save')}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isReasonShort(reason) && !shiftsWrong) change.mutate();
      }}
    >
      <div className={classes.form}>
        {SERVICE_PHASES.map((phase) => (
          <NumberInput
            key={phase}
            label={t('performance.target', { phase: t(`performance.phase.${phase}`) })}
            value={targets[phase]}
            min={1}
            onChange={(value) =>
              typeof value === 'number' &&
              value > 0 &&
              setTargets((before) => ({ ...before, [phase]: value }))
            }
          />
        ))}
        <Textarea
          className={classes.wide ?? ''}
          label={t('performance.shifts')}
          description={t('performance.shiftsHint')}
          error={tried && shiftsWrong ? t('performance.shiftsWrong') : null}
          value={shifts}
          autosize
          minRows={3}
          onChange={({ currentTarget }) => setShifts(currentTarget.value)}
        />
        <TextInput
          className={classes.wide ?? ''}
          label={t('performance.timeZone')}
          value={timeZone}
          onChange={({ currentTarget }) => setTimeZone(currentTarget.value)}
        />
        <ReasonField className={classes.wide} value={reason} tried={tried} onChange={setReason} />
      </div>
    </ConfirmDialog>
  );
}

function shiftsOf(text: string): ServiceTargets['shifts'] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ from: line.slice(0, 5), name: line.slice(5).trim() }));
}
