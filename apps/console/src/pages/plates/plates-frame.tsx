import { IconLock } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { PLATE_PLACES } from './plate-places.ts';
import classes from './plates-frame.module.css';

/** The places of number plates in one line, and the one that is open below it. */
export function PlatesFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const open = PLATE_PLACES.filter(({ needs }) => needs.some(may));
  if (open.length === 0)
    return (
      <EmptyNotice
        icon={<IconLock />}
        title={t('plates.nothingForYou')}
        hint={t('plates.nothingForYouHint')}
      />
    );
  return (
    <div className={classes.frame}>
      <nav className={classes.tabs} aria-label={t('plates.title')}>
        {open.map(({ name, to }) => (
          <Link
            key={name}
            to={to as NonNullable<LinkProps['to']>}
            className={classes.tab}
            activeOptions={{ includeSearch: false }}
          >
            {t(`plates.nav.${name}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
