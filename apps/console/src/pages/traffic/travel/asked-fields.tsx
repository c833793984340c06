import { TRAVEL_STEPS } from '@amaan/contracts/traffic/api-travel-times';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fromLocalInput, toLocalInput } from '../../../format/local-input.ts';
import classes from './travel.module.css';

/** What every question about vehicles on their way says: when, in what steps, and what for. */
export interface Asked {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly stepMinutes: (typeof TRAVEL_STEPS)[number];
  readonly purpose: string;
}

/** As the server takes it at the least. */
const LEAST_PURPOSE = 10;
const HOUR_MS = 3_600_000;
const STEP_WORDS = { 15: 'quarter', 60: 'hour', 1440: 'day' } as const;

/** The last six hours, in quarters of an hour. */
export function newAsked(now: number): Asked {
  const end = Math.floor(now / 60_000) * 60_000;
  return {
    from: new Date(end - 6 * HOUR_MS).toISOString(),
    to: new Date(end).toISOString(),
    stepMinutes: 15,
    purpose: '',
  };
}

/** What is missing of a question, as a key of the messages; null: nothing. */
export function problemOfAsked({
  from,
  to,
  purpose,
}: Asked): 'travel.needsTime' | 'travel.needsPurpose' | null {
  if (from === undefined || to === undefined || from >= to) return 'travel.needsTime';
  return isPurposeShort(purpose) ? 'travel.needsPurpose' : null;
}

/** Whether a purpose says too little to be recorded. */
export const isPurposeShort = (purpose: string) => purpose.trim().length < LEAST_PURPOSE;

/** The fields of a question. */
export function AskedFields({ value, onChange }: { value: Asked; onChange: (value: Asked) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          size="xs"
          type="datetime-local"
          label={t('traffic.from')}
          value={toLocalInput(value.from)}
          onChange={({ currentTarget }) => onChange({ ...value, from: fromLocalInput(currentTarget.value) })}
        />
        <TextInput
          size="xs"
          type="datetime-local"
          label={t('traffic.to')}
          value={toLocalInput(value.to)}
          onChange={({ currentTarget }) => onChange({ ...value, to: fromLocalInput(currentTarget.value) })}
        />
        <Select
          size="xs"
          allowDeselect={false}
          label={t('traffic.step')}
          value={String(value.stepMinutes)}
          data={TRAVEL_STEPS.map((minutes) => ({
            value: String(minutes),
            label: t(`travel.step.${STEP_WORDS[minutes]}`),
          }))}
          onChange={(chosen) =>
            onChange({
              ...value,
              stepMinutes: TRAVEL_STEPS.find((minutes) => String(minutes) === chosen) ?? 15,
            })
          }
        />
      </div>
      <Textarea
        size="xs"
        label={t('travel.purpose')}
        description={t('travel.purposeHint')}
        value={value.purpose}
        maxLength={500}
        autosize
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...value, purpose: currentTarget.value })}
      />
    </>
  );
}
