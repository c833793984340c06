import { Button, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginPack, packsQuery } from '../../../api/packs.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './pack-page.module.css';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first and the last day of the month before this one, UTC. */
function lastMonth(now: Date): { from: string; to: string } {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0));
  return { from: dayOf(first), to: dayOf(last) };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Period and size of the sample. Days are whole days, UTC, both included. */
export function PackForm({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [{ from, to }, setPeriod] = useState(() => lastMonth(new Date()));
  const [sample, setSample] = useState<number>(25);
  const begin = useMutation({
    mutationFn: () =>
      beginPack({
        from: `${from}T00:00:00.000Z`,
        to: new Date(Date.parse(`${to}T00:00:00.000Z`) + DAY_MS).toISOString(),
        sample,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: packsQuery.queryKey }),
  });
  const valid = from !== '' && to !== '' && from <= to;
  const presets = [
    { label: t('evidencePack.lastMonth'), period: lastMonth(new Date()) },
    {
      label: t('evidencePack.thisMonth'),
      period: { from: `${dayOf(new Date()).slice(0, 7)}-01`, to: dayOf(new Date()) },
    },
    {
      label: t('evidencePack.last90'),
      period: { from: dayOf(new Date(Date.now() - 89 * DAY_MS)), to: dayOf(new Date()) },
    },
  ];
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) begin.mutate();
      }}
    >
      <div className={classes.row}>
        {presets.map(({ label, period }) => (
          <Button key={label} size="compact-sm" variant="default" onClick={() => setPeriod(period)}>
            {label}
          </Button>
        ))}
      </div>
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t('evidencePack.from')}
          value={from}
          max={to}
          onChange={(event) => setPeriod({ from: event.currentTarget.value, to })}
          required
        />
        <TextInput
          type="date"
          label={t('evidencePack.to')}
          value={to}
          min={from}
          error={valid ? undefined : t('evidencePack.order')}
          onChange={(event) => setPeriod({ from, to: event.currentTarget.value })}
          required
        />
        <NumberInput
          label={t('evidencePack.sample')}
          value={sample}
          min={0}
          max={200}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(value) => setSample(Number(value) || 0)}
        />
      </div>
      <p className="quiet">{t('evidencePack.sampleHint')}</p>
      <div className={classes.row}>
        <Button type="submit" loading={begin.isPending} disabled={disabled || !valid}>
          {t('evidencePack.begin')}
        </Button>
        {disabled && <span className="quiet">{t('evidencePack.oneAtATime')}</span>}
      </div>
      <ProblemLine error={begin.error} />
    </form>
  );
}
