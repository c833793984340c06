import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/api-problem.ts';
import { meQuery, signIn } from '../../api/session.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { EntryFrame } from './entry-frame.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { next, expired } = route.useSearch();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      queryClient.setQueryData(meQuery.queryKey, me);
      // Only paths of this console: an address may not lead elsewhere after signing in.
      router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ username, password });
  };
  return (
    <EntryFrame title={t('signIn.title')}>
      {expired && <p className="prose quiet">{t('signIn.expired')}</p>}
      <form onSubmit={submit}>
        <TextInput
          label={t('signIn.username')}
          value={username}
          onChange={({ currentTarget }) => setUsername(currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
        />
        <PasswordInput
          label={t('signIn.password')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          autoComplete="current-password"
          dir="ltr"
          required
          withAsterisk={false}
        />
        <SignInProblem error={enter.error} />
        <Button type="submit" loading={enter.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </form>
      <p className="prose quiet">{t('signIn.first')}</p>
    </EntryFrame>
  );
}

function SignInProblem({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem)) return <ProblemLine error={error} />;
  if (error.status === 401) return <ProblemLine error={new ApiProblem(401, error.code, t('signIn.wrong'))} />;
  if (error.status === 429)
    return <ProblemLine error={new ApiProblem(429, error.code, t('signIn.tooMany'))} />;
  return <ProblemLine error={error} />;
}
