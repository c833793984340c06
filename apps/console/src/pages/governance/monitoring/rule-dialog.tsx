import {
  CONSEQUENCES,
  MONITORING_METRICS,
  type MonitoringRule,
  type MonitoringRuleInput,
} from '@amaan/contracts/monitoring';
import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonitoringRule, changeMonitoringRule, monitoringKey } from '../../../api/monitoring.ts';
import { systemsQuery } from '../../../api/platform.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { isReasonShort, ReasonField } from '../../../components/reason-field.tsx';
import { UNIT_OF_METRIC } from './figure-text.tsx';
import classes from './monitoring.module.css';

/** A rule that harms nobody by mistake: it writes a note. */
const NEW_RULE: MonitoringRuleInput = {
  name: '',
  metric: 'override-rate',
  system: null,
  threshold: 0.5,
  minimumCount: 30,
  windowHours: 24,
  consequence: 'note',
  severity: 'medium',
  enabled: true,
};

/** Adds a rule, or changes one by a new version; both with the reason. Disabling is such a change. */
export function RuleDialog({ rule, onClose }: { rule: MonitoringRule | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<MonitoringRuleInput>(() => (rule === null ? NEW_RULE : inputOf(rule)));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      rule === null
        ? addMonitoringRule({ rule: draft, reason })
        : changeMonitoringRule(rule.id, { seen: rule.version, rule: draft, reason }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: monitoringKey });
      onClose();
    },
  });
  const set = (part: Partial<MonitoringRuleInput>) => setDraft((before) => ({ ...before, ...part }));
  const number = (value: number | string, fallback: number) =>
    typeof value === 'number' && Number.isFinite(value) ? value : fallback;
  const unnamed = draft.name.trim() === '';
  return (
    <ConfirmDialog
      title={t(rule === null ? 'monitoring.addRule' : 'monitoring.editRule')}
      text={t(rule === null ? 'monitoring.addRuleText' : 'monitoring.editRuleText')}
      action={t('common.save')}
      pending={save.isPending}
      error={save.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isReasonShort(reason) && !unnamed) save.mutate();
      }}
    >
      <div className={classes.form}>
        <TextInput
          className={classes.wide ?? ''}
          label={t('monitoring.ruleName')}
          value={draft.name}
          maxLength={120}
          dir="auto"
          error={tried && unnamed && t('monitoring.ruleNameNeeded')}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        {rule === null && <WhatIsWatched draft={draft} onChange={set} />}
        <NumberInput
          label={rule === null ? t('monitoring.threshold') : t(`monitoring.metric.${rule.metric}`)}
          description={t(`monitoring.limitIn.${UNIT_OF_METRIC[draft.metric]}`)}
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
        <ReasonField className={classes.wide} value={reason} tried={tried} onChange={setReason} />
      </div>
    </ConfirmDialog>
  );
}

/** Chosen once: another metric or AI system would be another rule. */
function WhatIsWatched({
  draft,
  onChange,
}: {
  draft: MonitoringRuleInput;
  onChange: (part: Partial<MonitoringRuleInput>) => void;
}) {
  const { t } = useTranslation();
  const { data: systems = [] } = useQuery(systemsQuery);
  return (
    <>
      <NativeSelect
        label={t('monitoring.watched')}
        value={draft.metric}
        data={MONITORING_METRICS.map((value) => ({ value, label: t(`monitoring.metric.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({
            metric: MONITORING_METRICS.find((one) => one === currentTarget.value) ?? draft.metric,
          })
        }
      />
      <NativeSelect
        label={t('documents.filterSystem')}
        value={draft.system ?? ''}
        data={[
          { value: '', label: t('monitoring.everySystem') },
          ...systems.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => onChange({ system: currentTarget.value || null })}
      />
    </>
  );
}

/** What a person decides of a rule, without what its versions add. */
function inputOf({
  id: _,
  version: __,
  changedAt: ___,
  changedBy: ____,
  reason: _____,
  ...input
}: MonitoringRule): MonitoringRuleInput {
  return input;
}
