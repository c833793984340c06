import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { PasskeyProblem } from '../../components/passkey-problem.tsx';

/** Asks for the name of a passkey, before it is made or later. */
export function PasskeyNameDialog({
  title,
  action,
  initial,
  pending,
  error,
  onName,
  onClose,
}: {
  title: string;
  action: string;
  initial: string;
  pending: boolean;
  error: Error | null;
  onName: (name: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [tried, setTried] = useState(false);
  return (
    <ConfirmDialog
      title={title}
      action={action}
      pending={pending}
      error={null}
      onConfirm={() => {
        setTried(true);
        if (name.trim() !== '') onName(name.trim());
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('account.passkey.name')}
        description={t('account.passkey.nameHint')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        maxLength={60}
        error={tried && name.trim() === '' && t('account.passkey.unnamed')}
        data-autofocus
      />
      <PasskeyProblem error={error} />
    </ConfirmDialog>
  );
}
