import type { CreatedUserAccount } from '@amaan/contracts/api/user-account';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createUser, usersQuery } from '../../api/platform.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { OneTimePassword } from './one-time-password.tsx';
import { type Standing, StandingFields } from './standing-fields.tsx';
import classes from './users.module.css';

/** The same rule as the contract's, to say it before the server must. */
const USERNAME = /^[a-z0-9][a-z0-9._]{2,29}$/;

/** Adds a user, then shows the one-time password: the only time that anybody sees it. */
export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [created, setCreated] = useState<CreatedUserAccount | null>(null);
  return created ? (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={t('users.oneTime', { name: created.user.name })}
    >
      <OneTimePassword given={created} onClose={onClose} />
    </Modal>
  ) : (
    <Modal opened onClose={onClose} title={t('users.add')}>
      <UserForm onCreated={setCreated} onClose={onClose} />
    </Modal>
  );
}

function UserForm({
  onCreated,
  onClose,
}: {
  onCreated: (created: CreatedUserAccount) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [standing, setStanding] = useState<Standing>({ role: 'operator', person: '', sites: 'all' });
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: createUser,
    // The answer holds a password: it must not stay in the cache.
    gcTime: 0,
    onSuccess: async (created) => {
      onCreated(created);
      await queryClient.invalidateQueries({ queryKey: usersQuery.queryKey });
    },
  });
  const usernameGood = USERNAME.test(username.trim().toLowerCase());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && usernameGood) {
      const { person, ...rest } = standing;
      create.mutate({ name, username, ...rest, ...(person.trim() !== '' && { person }) });
    }
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('users.name')}
        value={name}
        maxLength={80}
        dir="auto"
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={tried && name.trim() === '' && t('users.nameNeeded')}
      />
      <TextInput
        label={t('users.username')}
        description={t('users.usernameHint')}
        value={username}
        maxLength={30}
        dir="ltr"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setUsername(currentTarget.value)}
        error={tried && !usernameGood && t('users.usernameBad')}
      />
      <StandingFields value={standing} onChange={setStanding} />
      <ProblemLine error={create.error} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t('users.add')}
        </Button>
      </div>
    </form>
  );
}
