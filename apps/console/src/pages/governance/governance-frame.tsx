import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import classes from './governance.module.css';

/** The head that the pages of the governance office share. */
export function GovernanceFrame({ hint, children }: { hint: string; children: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('governance.title')}</h1>
        <nav className={classes.tabs} aria-label={t('governance.title')}>
          <Link
            to="/governance"
            className={classes.tab}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {t('governance.systems')}
          </Link>
          {may('ledger.read') && (
            <Link to="/governance/ledger" className={classes.tab}>
              {t('governance.ledger')}
            </Link>
          )}
        </nav>
        <p className="prose quiet">{hint}</p>
      </header>
      {children}
    </div>
  );
}
