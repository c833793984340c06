import type { Me } from '@amaan/contracts/api/me';
import { Button, PasswordInput, Skeleton } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondFactorQuery, stepUp, stepUpWithPasskey } from '../api/account.ts';
import { meQuery } from '../api/session.ts';
import { CodeInput } from '../components/code-input.tsx';
import { PasskeyProblem } from '../components/passkey-problem.tsx';
import { ProblemLine, ProblemNotice } from '../components/problem-notice.tsx';
import classes from './step-up-form.module.css';

/** The password; or, where there is a second factor, that. */
export function StepUpForm({ onProven, onCancel }: { onProven: (me: Me) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const factors = useQuery(secondFactorQuery);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const prove = useMutation({ mutationFn: stepUp, onSuccess: onProven });
  const withPasskey = useMutation({ mutationFn: stepUpWithPasskey, onSuccess: onProven });
  if (factors.error && !factors.data)
    return <ProblemNotice error={factors.error} onRetry={() => void factors.refetch()} />;
  if (!me || !factors.data) return <Skeleton height={160} />;

  const { totp, passkeys, passkeyObstacle } = factors.data;
  const usable = passkeys.length > 0 && passkeyObstacle === null;
  const asksPassword = !me.secondFactor;
  const asksCode = totp !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate(asksPassword ? { password } : { code });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className="prose quiet">{t('account.stepUp.why')}</p>
      {usable && (
        <Button
          leftSection={<IconFingerprint size={18} aria-hidden="true" />}
          loading={withPasskey.isPending}
          onClick={() => withPasskey.mutate()}
          variant={asksCode ? 'default' : 'filled'}
        >
          {t('account.stepUp.withPasskey')}
        </Button>
      )}
      <PasskeyProblem error={withPasskey.error} />
      {asksPassword && (
        <>
          {/* Password managers need to know whose password this is. */}
          <input type="text" autoComplete="username" value={me.username} readOnly hidden />
          <PasswordInput
            label={t('signIn.password')}
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            autoComplete="current-password"
            dir="ltr"
            required
            withAsterisk={false}
            data-autofocus
          />
        </>
      )}
      {asksCode && <CodeInput value={code} onChange={setCode} />}
      {!asksPassword && !asksCode && !usable && <p className="prose">{t('account.stepUp.unreachable')}</p>}
      <ProblemLine error={prove.error} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        {(asksPassword || asksCode) && (
          <Button type="submit" loading={prove.isPending}>
            {t('account.stepUp.submit')}
          </Button>
        )}
      </div>
    </form>
  );
}
