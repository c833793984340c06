import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Six digits of an authenticator app. */
export function CodeInput({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('account.code.label')}
      description={t('account.code.hint')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]{6,9}"
      maxLength={9}
      dir="ltr"
      required
      withAsterisk={false}
      data-autofocus
      autoFocus
    />
  );
}
