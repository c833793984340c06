import { IconLock } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import classes from '../plates/plates-frame.module.css';
import { TRAFFIC_PLACES } from './traffic-places.ts';

/** The places of traffic management in one line, and the one that is open below it. */
export function TrafficFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const open = TRAFFIC_PLACES.filter(({ needs }) => needs.some(may));
  if (open.length === 0)
    return (
      <EmptyNotice
        icon={<IconLock />}
        title={t('traffic.nothingForYou')}
        hint={t('traffic.nothingForYouHint')}
      />
    );
  return (
    <div className={classes.frame}>
      <nav className={classes.tabs} aria-label={t('traffic.title')}>
        {open.map(({ name, to }) => (
          <Link
            key={name}
            to={to as NonNullable<LinkProps['to']>}
            className={classes.tab}
            activeOptions={{ includeSearch: false }}
          >
            {t(`traffic.nav.${name}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
