import type { Me } from '@amaan/contracts/api/me';
import type { SecondFactorRequired } from '@amaan/contracts/api/second-factor';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInWithPasskey } from '../../api/account.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { signIn } from '../../api/session.ts';
import { PasskeyProblem } from '../../components/passkey-problem.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';

/** The first step of signing in; a passkey needs no second one. */
export function PasswordStep({
  onEntered,
  onSecondStep,
}: {
  onEntered: (me: Me) => void;
  onSecondStep: (asked: SecondFactorRequired) => void;
}) {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (answer) => ('challenge' in answer ? onSecondStep(answer) : onEntered(answer)),
  });
  const withPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onEntered });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ username, password });
  };
  return (
    <>
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
      {browserSupportsWebAuthn() && (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={18} aria-hidden="true" />}
          loading={withPasskey.isPending}
          onClick={() => withPasskey.mutate()}
        >
          {t('signIn.withPasskey')}
        </Button>
      )}
      <PasskeyProblem error={withPasskey.error} />
    </>
  );
}

function SignInProblem({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem)) return <ProblemLine error={error} />;
  if (error.status === 401) return <ProblemLine error={new ApiProblem(401, error.code, t('signIn.wrong'))} />;
  if (error.code === 'TOO_MANY_REQUESTS')
    return <ProblemLine error={new ApiProblem(429, error.code, t('signIn.tooMany'))} />;
  return <ProblemLine error={error} />;
}
