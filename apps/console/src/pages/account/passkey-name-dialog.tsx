import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasskeyProblem } from '../../components/passkey-problem.tsx';
import classes from './account.module.css';

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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form className={classes.dialog} onSubmit={submit} noValidate>
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
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
