import type { Me } from '@amaan/contracts/api/me';
import type { SecondFactorProof, SecondFactorRequired } from '@amaan/contracts/api/second-factor';
import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInSecondStep, signInSecondStepWithPasskey } from '../../api/account.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { CodeInput } from '../../components/code-input.tsx';
import { PasskeyProblem } from '../../components/passkey-problem.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';

/** The second step of signing in: a code, a passkey, or one of the codes kept for the lost phone. */
export function SecondStep({
  asked: { challenge, methods },
  onEntered,
  onBack,
}: {
  asked: SecondFactorRequired;
  onEntered: (me: Me) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const [recovering, setRecovering] = useState(!methods.includes('totp') && !methods.includes('passkey'));
  const [code, setCode] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const enter = useMutation({
    mutationFn: (proof: SecondFactorProof) => signInSecondStep(challenge, proof),
    onSuccess: onEntered,
  });
  const withPasskey = useMutation({
    mutationFn: () => signInSecondStepWithPasskey(challenge),
    onSuccess: onEntered,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate(recovering ? { recoveryCode } : { code });
  };
  const expired = [enter.error, withPasskey.error].some(
    (error) => error instanceof ApiProblem && error.code === 'CHALLENGE_EXPIRED',
  );
  const asksCode = methods.includes('totp') && !recovering;
  return (
    <form onSubmit={submit}>
      {methods.includes('passkey') && !recovering && (
        <Button
          variant={asksCode ? 'default' : 'filled'}
          leftSection={<IconFingerprint size={18} aria-hidden="true" />}
          loading={withPasskey.isPending}
          onClick={() => withPasskey.mutate()}
        >
          {t('signIn.usePasskey')}
        </Button>
      )}
      <PasskeyProblem error={withPasskey.error} />
      {asksCode && <CodeInput value={code} onChange={setCode} />}
      {recovering && (
        <TextInput
          label={t('signIn.recoveryCode')}
          description={t('signIn.recoveryHint')}
          value={recoveryCode}
          onChange={({ currentTarget }) => setRecoveryCode(currentTarget.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          withAsterisk={false}
          autoFocus
        />
      )}
      <ProblemLine error={enter.error} />
      {(asksCode || recovering) && !expired && (
        <Button type="submit" loading={enter.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      )}
      {methods.includes('recovery-code') && !expired && (
        <Button variant="subtle" onClick={() => setRecovering((before) => !before)}>
          {recovering ? t('signIn.otherWay') : t('signIn.useRecoveryCode')}
        </Button>
      )}
      <Button variant="subtle" onClick={onBack}>
        {t('signIn.startAgain')}
      </Button>
    </form>
  );
}
