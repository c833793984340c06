import type { CreatedUserAccount, UserAccount } from '@amaan/contracts/api/user-account';
import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeUser, endUserSessions, removeSecondFactor, resetUserPassword } from '../../api/access.ts';
import { usersQuery } from '../../api/platform.ts';
import { meQuery } from '../../api/session.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { OneTimePassword } from './one-time-password.tsx';
import { type Standing, StandingFields } from './standing-fields.tsx';
import { UserSessions } from './user-sessions.tsx';
import classes from './users.module.css';

type Asked = 'endSessions' | 'removeSecondFactor';

/** Everything that an administrator changes on an account. */
export function EditUserDialog({ user, onClose }: { user: UserAccount; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const own = me?.id === user.id;
  const [name, setName] = useState(user.name);
  const [standing, setStanding] = useState<Standing>(user);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [given, setGiven] = useState<CreatedUserAccount | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: usersQuery.queryKey });
  const finish = async () => {
    await refresh();
    notifications.show({ message: t('access.users.saved') });
    onClose();
  };
  const save = useMutation({
    mutationFn: () => changeUser(user.id, own ? { name } : { name, ...standing }),
    onSuccess: finish,
  });
  const shut = useMutation({
    mutationFn: (disabled: boolean) => changeUser(user.id, { disabled }),
    onSuccess: finish,
  });
  const reset = useMutation({
    mutationFn: () => resetUserPassword(user.id),
    // The answer holds a password: it must not stay in the cache.
    gcTime: 0,
    onSuccess: async (answer) => {
      setGiven(answer);
      await refresh();
    },
  });
  const act = useMutation({
    mutationFn: (what: Asked) =>
      what === 'endSessions' ? endUserSessions(user.id) : removeSecondFactor(user.id),
    onSuccess: finish,
  });
  if (asked !== null)
    return (
      <ConfirmDialog
        title={t(`access.users.${asked}`)}
        text={t(`access.users.${asked}Text`, { name: user.name })}
        action={t(`access.users.${asked}`)}
        pending={act.isPending}
        error={act.error}
        onConfirm={() => act.mutate(asked)}
        onClose={() => setAsked(null)}
      />
    );
  if (given !== null)
    return (
      <Modal
        opened
        onClose={onClose}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
        title={t('users.oneTime', { name: user.name })}
      >
        <OneTimePassword given={given} onClose={onClose} />
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title={t('access.users.editOf', { name: user.name })}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && standing.person.trim() !== '') save.mutate();
        }}
      >
        <TextInput
          label={t('users.name')}
          value={name}
          maxLength={80}
          dir="auto"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={name.trim() === '' && t('users.nameNeeded')}
        />
        <StandingFields value={standing} disabled={own} onChange={setStanding} />
        <p className="prose quiet">{t('access.users.recorded')}</p>
        <ProblemLine error={save.error ?? shut.error ?? reset.error} />
        <div className={classes.buttons}>
          <Button type="submit" loading={save.isPending}>
            {t('access.users.save')}
          </Button>
        </div>
        {!own && (
          <section className={classes.form}>
            <h3>{t('access.users.rest')}</h3>
            <div className={classes.choices}>
              <Button
                variant="default"
                size="xs"
                loading={shut.isPending}
                onClick={() => shut.mutate(user.disabledAt === null)}
              >
                {user.disabledAt === null ? t('access.users.disable') : t('access.users.enable')}
              </Button>
              <Button variant="default" size="xs" loading={reset.isPending} onClick={() => reset.mutate()}>
                {t('access.users.reset')}
              </Button>
              {(['endSessions', 'removeSecondFactor'] as const).map((act) => (
                <Button key={act} variant="default" size="xs" onClick={() => setAsked(act)}>
                  {t(`access.users.${act}`)}
                </Button>
              ))}
            </div>
          </section>
        )}
        {!own && <UserSessions user={user} />}
      </form>
    </Modal>
  );
}
