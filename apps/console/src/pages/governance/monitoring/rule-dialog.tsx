import { CONSEQUENCES, type MonitoringRule } from '@amaan/contracts/monitoring';
import { NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMonitoringRule, monitoringKey } from '../../../api/monitoring.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import classes from './monitoring.module.css';

const MIN_REASON = 10;

/** Changes a rule by a new version, with the reason; disabling is such a change. */
export function RuleDialog({ rule, onClose }: { rule: MonitoringRule; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(rule);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => {
      const { id, version, changedAt: _, changedBy: __, reason: ___, ...input } = draft;
      return changeMonitoringRule(id, { seen: version, rule: input, reason });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: monitoringKey });
      onClose();
    },
  });
  const set = (part: Partial<MonitoringRule>) => setDraft((before) => ({ ...before, ...part }));
  const number = (value: number | string, fallback: number) =>
    typeof value === 'number' && Number.isFinite(value) ? value : fallback;
  const tooShort = reason.trim().length < MIN_REASON;
  return (
    <ConfirmDialog
      title={t('monitoring.editRule')}
      text={t('monitoring.editRuleText')}
      action={t('common.save')}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!tooShort) change.mutate();
      }}
    >
      <div className={classes.form}>
        <TextInput
          className={classes.wide ?? ''}
          label={t('monitoring.ruleName')}
          value={draft.name}
          maxLength={120}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <NumberInput
          label={t('monitoring.threshold')}
          description={t(`monitoring.metric.${rule.metric}`)}
          value={draft.threshold}
          min={0.001}
          onChange={(value) => set({ threshold: number(value, draft.threshold) })}
        />
        <NumberInput
          label={t('monitoring.minimumCount')}
          description={t('monitoring.minimumCountHint')}
          value={draft.minimumCount}
          min={10}
          max={1_000_000}
          allowDecimal={false}
          onChange={(value) => set({ minimumCount: number(value, draft.minimumCount) })}
        />
        <NumberInput
          label={t('monitoring.windowHours')}
          value={draft.windowHours}
          min={1}
          max={168}
          allowDecimal={false}
          onChange={(value) => set({ windowHours: number(value, draft.windowHours) })}
        />
        <NativeSelect
          label={t('monitoring.whatFollows')}
          value={draft.consequence}
          data={CONSEQUENCES.map((value) => ({ value, label: t(`monitoring.consequence.${value}`) }))}
          onChange={({ currentTarget }) =>
            set({ consequence: CONSEQUENCES.find((one) => one === currentTarget.value) ?? 'note' })
          }
        />
        <Switch
          className={classes.wide ?? ''}
          label={t('monitoring.enabled')}
          checked={draft.enabled}
          onChange={({ currentTarget }) => set({ enabled: currentTarget.checked })}
        />
        <Textarea
          className={classes.wide ?? ''}
          label={t('monitoring.reason')}
          description={t('common.recorded')}
          error={tried && tooShort ? t('monitoring.reasonShort') : null}
          value={reason}
          rows={2}
          maxLength={2000}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
