import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, ThemeSwitch } from '../../shell/preferences.tsx';
import { ChallanView } from './challan-view.tsx';
import classes from './citizen.module.css';
import { LookupForm } from './lookup-form.tsx';
import { useChallan } from './use-challan.ts';

/** Where anybody who has a notice looks at the challan and contests it, without an account. */
export function ChallanPage() {
  const { t } = useTranslation();
  const { open, lookUp, close } = useChallan();
  return (
    <main className={classes.page}>
      <header className={classes.bar}>
        <strong>{t('app.name')}</strong>
        <span className={classes.preferences}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      {open === null ? <LookupForm lookUp={lookUp} /> : <ChallanView open={open} onClose={close} />}
      <footer className={classes.foot}>
        <Link to="/register">{t('citizen.register')}</Link>
        <Link to="/register/concern" search={{ system: 'traffic-violations' }}>
          {t('citizen.concern')}
        </Link>
      </footer>
    </main>
  );
}
