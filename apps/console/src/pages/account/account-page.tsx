import { useTranslation } from 'react-i18next';
import classes from './account.module.css';
import { FactorSection } from './factor-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** Who I am, how I prove it, and where I am signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <h1>{t('account.title')}</h1>
      <ProfileSection />
      <FactorSection />
      <SessionsSection />
    </div>
  );
}
