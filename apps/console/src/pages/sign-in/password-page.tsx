import type { PASSWORD_MIN_LENGTH } from '@amaan/contracts/api/me';
import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword, meQuery } from '../../api/session.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { EntryFrame } from './entry-frame.tsx';

/** The contract's minimum; its type keeps the two equal without loading the schemas into the browser. */
const MIN_LENGTH: typeof PASSWORD_MIN_LENGTH = 12;

/** Changing the own password; the only page there is until a one-time password has been changed. */
export function PasswordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: async (changed) => {
      queryClient.setQueryData(meQuery.queryKey, changed);
      notifications.show({ message: t('password.done') });
      await navigate({ to: '/' });
    },
  });

  const tooShort = next.length < MIN_LENGTH;
  const same = next !== '' && next === current;
  const differ = next !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!tooShort && !same && !differ) change.mutate({ currentPassword: current, newPassword: next });
  };

  return (
    <EntryFrame title={t('password.title')}>
      {me.mustChangePassword && <p className="prose quiet">{t('password.why')}</p>}
      <form onSubmit={submit} noValidate>
        {/* Password managers need to know whose password this is. */}
        <input type="text" autoComplete="username" value={me.username} readOnly hidden />
        <PasswordInput
          label={t('password.current')}
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
          autoComplete="current-password"
          dir="ltr"
          autoFocus
        />
        <PasswordInput
          label={t('password.next')}
          description={t('password.hint')}
          value={next}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
          autoComplete="new-password"
          dir="ltr"
          error={tried && (tooShort ? t('password.short') : same && t('password.same'))}
        />
        <PasswordInput
          label={t('password.again')}
          value={again}
          onChange={({ currentTarget }) => setAgain(currentTarget.value)}
          autoComplete="new-password"
          dir="ltr"
          error={tried && !tooShort && differ && t('password.differ')}
        />
        <ProblemLine error={change.error} />
        <Button type="submit" loading={change.isPending}>
          {t('password.submit')}
        </Button>
        {!me.mustChangePassword && (
          <Button component={Link} to="/" variant="subtle">
            {t('common.cancel')}
          </Button>
        )}
      </form>
    </EntryFrame>
  );
}
