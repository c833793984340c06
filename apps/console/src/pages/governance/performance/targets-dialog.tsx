import { SERVICE_PHASES, ServiceTargets } from '@amaan/contracts/performance';
import { CALL_PHASES } from '@amaan/contracts/service/call-phases';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeServiceTargets } from '../../../api/performance.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { isReasonShort, ReasonField } from '../../../components/reason-field.tsx';
import classes from './performance.module.css';

/** As ISO 8601 numbers them, from 1. */
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Changes the shifts and targets by a new version, with the reason. */
export function TargetsDialog({ settings, onClose }: { settings: ServiceTargets; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [shifts, setShifts] = useState(settings.shifts.map(({ from, name }) => `${from} ${name}`).join('\n'));
  const [targets, setTargets] = useState(settings.targets);
  const [calls, setCalls] = useState(settings.calls);
  const [weeklyReport, setWeeklyReport] = useState(settings.weeklyReport);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const draft = { timeZone, targets, calls, weeklyReport, shifts: shiftsOf(shifts) };
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
        {CALL_PHASES.map((phase) => (
          <NumberInput
            key={`call ${phase}`}
            label={t('performance.target', { phase: t(`service.phase.${phase}`) })}
            value={calls[phase]}
            min={1}
            onChange={(value) =>
              typeof value === 'number' && value > 0 && setCalls((before) => ({ ...before, [phase]: value }))
            }
          />
        ))}
        <Select
          label={t('service.weekly.weekday')}
          value={String(weeklyReport.weekday)}
          allowDeselect={false}
          data={WEEKDAYS.map((day, index) => ({
            value: String(index + 1),
            label: t(`service.weekly.day.${day}`),
          }))}
          onChange={(day) =>
            day !== null && setWeeklyReport((before) => ({ ...before, weekday: Number(day) }))
          }
        />
        <NumberInput
          label={t('service.weekly.hour')}
          value={weeklyReport.hour}
          min={0}
          max={23}
          onChange={(hour) =>
            typeof hour === 'number' &&
            setWeeklyReport((before) => ({ ...before, hour: Math.min(23, Math.max(0, Math.round(hour))) }))
          }
        />
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
