import type { Me } from '@amaan/contracts/api/me';
import type { SecondFactorRequired } from '@amaan/contracts/api/second-factor';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/session.ts';
import classes from './entry-frame.module.css';
import { EntryFrame } from './entry-frame.tsx';
import { PasswordStep } from './password-step.tsx';
import { SecondStep } from './second-step.tsx';

const route = getRouteApi('/sign-in');

/** The password or a passkey; after a password, the second factor where there is one. */
export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { next, expired } = route.useSearch();
  const [asked, setAsked] = useState<SecondFactorRequired | null>(null);
  const enter = (me: Me) => {
    queryClient.setQueryData(meQuery.queryKey, me);
    // Only paths of this console: an address may not lead elsewhere after signing in.
    router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/');
  };
  if (asked !== null) {
    return (
      <EntryFrame title={t('signIn.secondTitle')}>
        <SecondStep asked={asked} onEntered={enter} onBack={() => setAsked(null)} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('signIn.title')}>
      {expired && <p className="prose quiet">{t('signIn.expired')}</p>}
      <PasswordStep onEntered={enter} onSecondStep={setAsked} />
      <p className="prose quiet">{t('signIn.first')}</p>
      <nav className={classes.public}>
        <Link to="/challan">{t('citizen.title')}</Link>
        <Link to="/register">{t('signIn.publicRegister')}</Link>
        <Link to="/register/concern">{t('signIn.raiseConcern')}</Link>
      </nav>
    </EntryFrame>
  );
}
