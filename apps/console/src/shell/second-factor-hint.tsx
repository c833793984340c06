import type { Role } from '@amaan/contracts/api/me';
import { CloseButton } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/session.ts';
import classes from './second-factor-hint.module.css';

const PRIVILEGED: readonly Role[] = ['administrator', 'governance-officer', 'supervisor'];
const DISMISSED = 'amaan.second-factor-hint.dismissed';

/** Reminds people whose account opens much that a password alone guards it; once a session, until they say no. */
export function SecondFactorHint() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const [dismissed, setDismissed] = useState(() => sessionStorage.getItem(DISMISSED) !== null);
  if (!me || me.secondFactor || !PRIVILEGED.includes(me.role)) return null;
  if (dismissed && !me.secondFactorDue) return null;
  const dismiss = () => {
    sessionStorage.setItem(DISMISSED, 'yes');
    setDismissed(true);
  };
  return (
    <aside className={classes.hint}>
      <IconShieldLock size={18} aria-hidden="true" />
      <p>
        {t(me.secondFactorDue ? 'account.hint.due' : 'account.hint.text')}{' '}
        <Link to="/account">{t('account.hint.link')}</Link>
      </p>
      {!me.secondFactorDue && (
        <CloseButton size="sm" aria-label={t('account.hint.dismiss')} onClick={dismiss} />
      )}
    </aside>
  );
}
