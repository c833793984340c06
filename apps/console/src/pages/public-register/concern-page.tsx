import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { raisePublicConcern } from '../../api/concerns.ts';
import { ConcernForm } from '../../components/concern/concern-form.tsx';
import { ConcernProgressView } from '../../components/concern/concern-progress-view.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../shell/preferences.tsx';
import classes from './concern-page.module.css';

/** Where anybody says that something is wrong, without an account and without a name. */
export function ConcernPage() {
  const { t } = useTranslation();
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <Link to="/register">{t('concerns.back')}</Link>
        <span className={classes.preferences}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <h1>{t('concerns.raise')}</h1>
      <p className="prose">{t('concerns.publicHint')}</p>
      <ConcernForm systems={[]} send={raisePublicConcern} />
      <hr className={classes.line} />
      <ConcernProgressView />
    </main>
  );
}
