import { TRAFFIC_STEPS, type TrafficStep } from '@amaan/contracts/traffic/api-lanes';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fromLocalInput, toLocalInput } from '../../../format/local-input.ts';
import { type Period, type PeriodSearch, SPANS, type Span } from './period.ts';
import classes from './period-bar.module.css';

/** When and in what steps; beside it what belongs to the page. */
export function PeriodBar({
  search,
  period,
  children,
  onChange,
}: {
  search: PeriodSearch;
  /** What the search comes to. */
  period: Period;
  children?: ReactNode;
  onChange: (change: { [Key in keyof PeriodSearch]: PeriodSearch[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const { span = 'hour' } = search;
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('traffic.period')}
        value={span}
        data={SPANS.map((value) => ({ value, label: t(`traffic.span.${value}`) }))}
        onChange={(value) =>
          onChange(
            value === 'between'
              ? // From what is on the screen, so that one narrows it and does not begin from nothing.
                { span: 'between', from: period.from, to: period.to }
              : { span: value as Span, from: undefined, to: undefined, step: undefined },
          )
        }
      />
      {span === 'between' && (
        <>
          <TextInput
            type="datetime-local"
            size="xs"
            aria-label={t('traffic.from')}
            value={toLocalInput(search.from)}
            onChange={({ currentTarget }) => onChange({ from: fromLocalInput(currentTarget.value) })}
          />
          <TextInput
            type="datetime-local"
            size="xs"
            aria-label={t('traffic.to')}
            value={toLocalInput(search.to)}
            onChange={({ currentTarget }) => onChange({ to: fromLocalInput(currentTarget.value) })}
          />
        </>
      )}
      <Select
        size="xs"
        w={130}
        aria-label={t('traffic.step')}
        allowDeselect={false}
        value={period.step}
        data={TRAFFIC_STEPS.map((value) => ({ value, label: t(`traffic.stepWord.${value}`) }))}
        onChange={(value) => value !== null && onChange({ step: value as TrafficStep })}
      />
      {children}
    </div>
  );
}
