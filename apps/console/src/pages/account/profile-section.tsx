import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '../../api/platform.ts';
import { meQuery } from '../../api/session.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from './account.module.css';

/** Name, role, sites, password. */
export function ProfileSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useQuery(meQuery);
  const { data: sites = [] } = useQuery(sitesQuery);
  if (!me) return <Skeleton height={180} />;
  const mine = me.sites === 'all' ? null : sites.filter(({ id }) => me.sites.includes(id));
  return (
    <section className={classes.card} aria-labelledby="account-profile">
      <h2 id="account-profile">
        <bdi>{me.name}</bdi>
      </h2>
      <dl className={classes.facts}>
        <dt className="quiet">{t('account.username')}</dt>
        <dd>
          <span className="mono ltr">{me.username}</span>
        </dd>
        <dt className="quiet">{t('account.role')}</dt>
        <dd>{t(`role.${me.role}`)}</dd>
        <dt className="quiet">{t('account.sites')}</dt>
        <dd>{mine === null ? t('account.allSites') : format.list(mine.map(({ name }) => name))}</dd>
        <dt className="quiet">{t('account.password')}</dt>
        <dd>
          <Button component={Link} to="/password" variant="default" size="compact-sm">
            {t('account.changePassword')}
          </Button>
        </dd>
      </dl>
    </section>
  );
}
