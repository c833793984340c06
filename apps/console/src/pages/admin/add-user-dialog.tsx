import type { Role } from '@amaan/contracts/api/me';
import type { CreatedUserAccount } from '@amaan/contracts/api/user-account';
import { Button, CopyButton, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createUser, usersQuery } from '../../api/platform.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
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
      <OneTimePassword created={created} onClose={onClose} />
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
  const [role, setRole] = useState<Role>('operator');
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
    if (name.trim() !== '' && usernameGood) create.mutate({ name, username, role });
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
      <SegmentedControl
        aria-label={t('users.role')}
        value={role}
        onChange={(value) => setRole(value as Role)}
        data={[
          { value: 'operator', label: t('role.operator') },
          { value: 'administrator', label: t('role.administrator') },
        ]}
      />
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

function OneTimePassword({ created, onClose }: { created: CreatedUserAccount; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.form}>
      <p className={`${classes.secret} mono ltr`}>{created.oneTimePassword}</p>
      <p className="prose">{t('users.oneTimeHint')}</p>
      <div className={classes.buttons}>
        <CopyButton value={created.oneTimePassword}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('common.copied') : t('common.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('users.done')}</Button>
      </div>
    </div>
  );
}
