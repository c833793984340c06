import { ROLES, type Role, type SiteScope } from '@amaan/contracts/api/me';
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '../../api/platform.ts';

/** What an account may do and where, and who is behind it. */
export interface Standing {
  readonly role: Role;
  readonly person: string;
  readonly sites: SiteScope;
}

export function StandingFields({
  value,
  disabled = false,
  onChange,
}: {
  value: Standing;
  disabled?: boolean;
  onChange: (value: Standing) => void;
}) {
  const { t } = useTranslation();
  const { data: sites = [] } = useQuery(sitesQuery);
  return (
    <>
      <Select
        label={t('users.role')}
        value={value.role}
        disabled={disabled}
        allowDeselect={false}
        onChange={(role) => role !== null && onChange({ ...value, role: role as Role })}
        data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <TextInput
        label={t('access.person')}
        description={t('access.personHint')}
        value={value.person}
        disabled={disabled}
        maxLength={60}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...value, person: currentTarget.value })}
      />
      <MultiSelect
        label={t('access.sites')}
        description={t('access.sitesHint')}
        placeholder={value.sites === 'all' || value.sites.length === 0 ? t('access.sitesAll') : ''}
        value={value.sites === 'all' ? [] : [...value.sites]}
        disabled={disabled}
        clearable
        onChange={(ids) => onChange({ ...value, sites: ids.length === 0 ? 'all' : ids })}
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
