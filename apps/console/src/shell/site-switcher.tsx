import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '../api/platform.ts';
import classes from './top-bar.module.css';

const ALL = 'all';

/** Narrows every page to one control room. With a single site there is nothing to choose. */
export function SiteSwitcher() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { site } = useSearch({ from: '/shell' });
  const { data: sites = [] } = useQuery(sitesQuery);
  if (sites.length === 0) return null;
  if (sites.length === 1) return <span className={`${classes.site} cut`}>{sites[0]!.name}</span>;
  return (
    <Select
      className={classes.site}
      aria-label={t('bar.site')}
      allowDeselect={false}
      data={[
        { value: ALL, label: t('bar.allSites') },
        ...sites.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={site ?? ALL}
      onChange={(value) =>
        void navigate({
          to: '.',
          search: (search: Record<string, unknown>) =>
            ({ ...search, site: value === ALL ? undefined : value }) as never,
        })
      }
    />
  );
}
