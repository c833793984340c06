import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { raisePublicConcern } from '../../api/concerns.ts';
import { publicRegisterQuery } from '../../api/public-register.ts';
import { ConcernForm } from '../../components/concern/concern-form.tsx';
import { ConcernProgressView } from '../../components/concern/concern-progress-view.tsx';
import { useLocalText } from '../../format/use-local-text.ts';
import { LanguageSwitch, ThemeSwitch } from '../../shell/preferences.tsx';
import classes from './concern-page.module.css';

const route = getRouteApi('/register/concern');

/** Where anybody says that something is wrong, without an account and without a name. */
export function ConcernPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const { system } = route.useSearch();
  // Without the register the form still works: a concern need not name a system.
  const { data: register } = useQuery(publicRegisterQuery);
  const systems = (register?.systems ?? []).map(({ id, name }) => ({ id, name: local(name) }));
  const about = systems.some(({ id }) => id === system) ? system : undefined;
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
      <ConcernForm systems={systems} about={about} send={raisePublicConcern} />
      <hr className={classes.line} />
      <ConcernProgressView />
    </main>
  );
}
