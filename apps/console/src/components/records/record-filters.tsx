import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { en } from '../../messages/en.ts';
import type { RecordSearch } from './record-search.ts';
import classes from './records.module.css';

type Filter = Omit<RecordSearch, 'id'>;

/** Narrows a list by words, system and state; all of it stands in the address. */
export function RecordFilters({
  search,
  records,
  states,
  onChange,
}: {
  search: Filter;
  records: readonly GovernanceRecord[];
  states: readonly (keyof typeof en.documents.status)[];
  onChange: (change: { [Key in keyof Filter]: Filter[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const systems = [...new Set(records.map(({ system }) => system ?? '-'))].sort();
  const { q, system, status } = search;
  const narrowed = q !== undefined || system !== undefined || status !== undefined;
  return (
    <div className={classes.toolbar}>
      <TextInput
        label={t('documents.filterText')}
        value={q ?? ''}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ q: currentTarget.value || undefined })}
      />
      {systems.length > 1 && (
        <Select
          label={t('documents.filterSystem')}
          placeholder={t('common.all')}
          data={systems.map((value) => ({
            value,
            label: value === '-' ? t('documents.organisation') : value,
          }))}
          value={system ?? null}
          clearable
          onChange={(value) => onChange({ system: value ?? undefined })}
        />
      )}
      <Select
        label={t('documents.filterStatus')}
        placeholder={t('common.all')}
        data={states.map((value) => ({ value, label: t(`documents.status.${value}`) }))}
        value={status ?? null}
        clearable
        onChange={(value) => onChange({ status: value ?? undefined })}
      />
      {narrowed && (
        <Button
          variant="subtle"
          onClick={() => onChange({ q: undefined, system: undefined, status: undefined })}
        >
          {t('documents.clearFilters')}
        </Button>
      )}
    </div>
  );
}
