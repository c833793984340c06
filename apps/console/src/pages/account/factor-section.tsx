import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondFactorQuery } from '../../api/account.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import classes from './account.module.css';
import { PasskeyList } from './passkey-list.tsx';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import { RecoveryRow } from './recovery-row.tsx';
import { TotpRow } from './totp-row.tsx';

/** The second factors: authenticator app, passkeys, and the codes for the day on which both are lost. */
export function FactorSection() {
  const { t } = useTranslation();
  const { data: state, error, refetch } = useQuery(secondFactorQuery);
  const [codes, setCodes] = useState<readonly string[]>([]);
  if (error && !state) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!state) return <Skeleton height={280} />;
  const has = state.totp !== null || state.passkeys.length > 0;
  return (
    <section className={classes.card} aria-labelledby="account-factors">
      <header>
        <h2 id="account-factors">{t('account.factor.title')}</h2>
        <p className="prose quiet">{has ? t('account.factor.intro') : t('account.factor.none')}</p>
      </header>
      <div className={classes.list}>
        <TotpRow since={state.totp?.since ?? null} onCodes={setCodes} />
        {has && <RecoveryRow left={state.recoveryCodesLeft} onCodes={setCodes} />}
        <PasskeyList passkeys={state.passkeys} obstacle={state.passkeyObstacle} />
      </div>
      {codes.length > 0 && <RecoveryCodesDialog codes={codes} onClose={() => setCodes([])} />}
    </section>
  );
}
