import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkSites } from './use-work-sites.ts';

const EVERY_SITE = 'all';

/** The site that a new list is of: one of those that somebody works for, or every site for who works for all. */
export function SiteSelect({
  sites: { everywhere, sites },
  value,
  onChange,
}: {
  sites: WorkSites;
  /** Null: every site. */
  value: string | null;
  onChange: (siteId: string | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('watchlists.field.site')}
      allowDeselect={false}
      value={value ?? EVERY_SITE}
      onChange={(chosen) => onChange(chosen === EVERY_SITE ? null : chosen)}
      data={[
        ...(everywhere ? [{ value: EVERY_SITE, label: t('watchlists.field.allSites') }] : []),
        ...sites.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
