import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, ThemeSwitch } from '../../shell/preferences.tsx';
import classes from './entry-frame.module.css';

/** The page before the shell: one card, and the languages. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <header className={classes.brand}>
          <img src="/amaan.svg" alt="" width={40} height={40} />
          <div>
            <strong className={classes.name}>{t('app.name')}</strong>
            <p className="quiet">{t('app.tagline')}</p>
          </div>
        </header>
        <h1>{title}</h1>
        {children}
      </div>
      <footer className={classes.preferences}>
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </main>
  );
}
