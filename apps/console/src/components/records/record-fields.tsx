import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './records.module.css';

/** `2026-12-01` of an instant, in UTC; empty for none. */
export function dayOf(instant: string | null): string {
  return instant === null ? '' : instant.slice(0, 10);
}

/** The first instant of a day in UTC; null for none. */
export function instantOfDay(day: string): string | null {
  return day === '' ? null : `${day}T00:00:00.000Z`;
}

/** Who answers for a record, and when somebody must look at it again. */
export function OwnerFields({
  owner,
  reviewDay,
  reviewNeeded = false,
  tried = false,
  onChange,
}: {
  owner: string;
  reviewDay: string;
  reviewNeeded?: boolean;
  tried?: boolean;
  onChange: (change: { owner?: string; reviewDay?: string }) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('documents.owner')}
        description={t('documents.ownerHint')}
        value={owner}
        maxLength={120}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ owner: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('documents.reviewDay')}
        description={t('documents.reviewDayHint')}
        value={reviewDay}
        required={reviewNeeded}
        onChange={({ currentTarget }) => onChange({ reviewDay: currentTarget.value })}
        error={tried && reviewNeeded && reviewDay === '' && t('documents.reviewDayNeeded')}
      />
    </div>
  );
}
