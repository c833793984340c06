import type { AlertStep, AlertStepInput } from '@amaan/contracts/performance';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { addAlertStep, alertStepsQuery } from '../../api/performance.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './alert-steps.module.css';

/**
 * Acknowledge, dispatch, close: what was done about an alert, beside the decision whether it is true. It has no
 * keys of its own and stands below, so that it never gets in the way of confirming or rejecting.
 */
export function AlertSteps({ alertId }: { alertId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const { data: steps } = useQuery(alertStepsQuery(alertId));
  const [form, setForm] = useState<'dispatch' | 'close' | null>(null);
  const add = useMutation({
    mutationFn: (input: AlertStepInput) => addAlertStep(alertId, input),
    onSuccess: (all) => {
      queryClient.setQueryData(alertStepsQuery(alertId).queryKey, all);
      setForm(null);
    },
    // Somebody may have been faster: show what they did.
    onError: () => void queryClient.invalidateQueries({ queryKey: alertStepsQuery(alertId).queryKey }),
  });
  if (steps === undefined) return null;
  const closed = steps.some(({ step }) => step === 'closed');
  const mayHandle = may('alert.handle') && !closed;
  if (!mayHandle && steps.length === 0) return null;
  return (
    <div className={classes.steps}>
      <h3 title={t('performance.steps.hint')}>{t('performance.steps.title')}</h3>
      {steps.length > 0 && (
        <ol className={classes.done}>
          {steps.map((step) => (
            <StepLine key={step.id} step={step} />
          ))}
        </ol>
      )}
      {mayHandle && (
        <div className={classes.buttons}>
          {!steps.some(({ step }) => step === 'acknowledged') && (
            <Button
              variant="default"
              size="xs"
              loading={add.isPending && add.variables.step === 'acknowledged'}
              onClick={() => add.mutate({ step: 'acknowledged' })}
            >
              {t('performance.steps.acknowledge')}
            </Button>
          )}
          {(['dispatch', 'close'] as const).map((which) => (
            <Button
              key={which}
              variant="default"
              size="xs"
              aria-expanded={form === which}
              onClick={() => setForm((open) => (open === which ? null : which))}
            >
              {t(`performance.steps.${which}`)}
            </Button>
          ))}
        </div>
      )}
      {mayHandle && form !== null && (
        <StepForm key={form} which={form} pending={add.isPending} onAdd={(input) => add.mutate(input)} />
      )}
      <ProblemLine error={add.error} />
    </div>
  );
}

function StepForm({
  which,
  pending,
  onAdd,
}: {
  which: 'dispatch' | 'close';
  pending: boolean;
  onAdd: (input: AlertStepInput) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const unit = text.trim();
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (which === 'close') onAdd({ step: 'closed', note: unit });
        else if (unit !== '') onAdd({ step: 'dispatched', unit });
      }}
    >
      <TextInput
        size="xs"
        label={which === 'dispatch' ? t('performance.steps.unit') : t('performance.steps.note')}
        placeholder={which === 'dispatch' ? t('performance.steps.unitPlaceholder') : t('common.optional')}
        value={text}
        maxLength={which === 'dispatch' ? 120 : 2000}
        autoFocus
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={pending} disabled={which === 'dispatch' && unit === ''}>
        {which === 'dispatch' ? t('performance.steps.send') : t('performance.steps.close')}
      </Button>
    </form>
  );
}

function StepLine({ step }: { step: AlertStep }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      {t(`performance.steps.${step.step}`, { name: step.byName, unit: step.unit ?? '' })}{' '}
      <span className="quiet">{format.dateTime(step.at)}</span>
      {step.note !== '' && <q>{step.note}</q>}
    </li>
  );
}
