import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const MIN_REASON = 10;

/** Whether a reason says too little to be recorded. */
export function isReasonShort(reason: string): boolean {
  return reason.trim().length < MIN_REASON;
}

/** Why a setting is changed; it stays with the change. */
export function ReasonField({
  value,
  tried,
  className = '',
  onChange,
}: {
  value: string;
  /** Whether the form was sent already: before that nobody is told what is missing. */
  tried: boolean;
  className?: string | undefined;
  onChange: (reason: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Textarea
      className={className}
      label={t('monitoring.reason')}
      description={t('common.recorded')}
      error={tried && isReasonShort(value) ? t('monitoring.reasonShort') : null}
      value={value}
      rows={2}
      maxLength={2000}
      dir="auto"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
