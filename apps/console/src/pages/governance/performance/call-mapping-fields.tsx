import { CallMapping } from '@amaan/contracts/service/call-import';
import { CALL_FIELDS, type CallField } from '@amaan/contracts/service/emergency-call';
import { Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '../../../api/platform.ts';
import classes from './performance.module.css';

/** Which column is what. Each change is looked at anew, once the id and the time of receipt are named. */
export function CallMappingFields({
  columns,
  mapping,
  separator,
  onChange,
}: {
  columns: readonly string[];
  /** Null: too little could be guessed. */
  mapping: CallMapping | null;
  separator: CallMapping['separator'];
  onChange: (mapping: CallMapping) => void;
}) {
  const { t } = useTranslation();
  const { data: sites = [] } = useQuery(sitesQuery);
  const [named, setNamed] = useState<CallMapping['columns']>(mapping?.columns ?? {});
  const change = (more: Partial<CallMapping>) => {
    const whole = CallMapping.safeParse({ separator, columns: named, ...mapping, ...more });
    if (whole.success) onChange(whole.data);
  };
  const nameColumn = (field: CallField, column: string | null) => {
    const { [field]: _, ...others } = named;
    const next = column === null ? others : { ...others, [field]: column };
    setNamed(next);
    change({ columns: next });
  };
  return (
    <fieldset className={classes.choices}>
      <legend className="quiet">{t('service.import.columns')}</legend>
      {CALL_FIELDS.map((field) => (
        <Select
          key={field}
          label={t(`service.field.${field}`)}
          placeholder={t('service.import.unread')}
          required={field === 'callId' || field === 'receivedAt'}
          clearable
          value={named[field] ?? null}
          data={[...new Set(columns)].filter((column) => column !== '')}
          onChange={(column) => nameColumn(field, column)}
        />
      ))}
      <Select
        label={t('service.import.site')}
        description={t('service.import.siteHint')}
        clearable
        value={mapping?.siteId ?? null}
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(siteId) => change({ siteId })}
      />
      <Words mapping={mapping} onChange={(priorities) => change({ priorities })} />
      <Switch
        label={t('service.import.dayFirst')}
        checked={mapping?.dayFirst ?? true}
        onChange={({ currentTarget }) => change({ dayFirst: currentTarget.checked })}
      />
    </fieldset>
  );
}

/** Priorities in the file's own words, as `High=1, Low=4`. */
function Words({
  mapping,
  onChange,
}: {
  mapping: CallMapping | null;
  onChange: (priorities: CallMapping['priorities']) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(
    Object.entries(mapping?.priorities ?? {})
      .map(([word, priority]) => `${word}=${priority}`)
      .join(', '),
  );
  return (
    <TextInput
      label={t('service.import.priorities')}
      description={t('service.import.prioritiesHint')}
      value={text}
      dir="auto"
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() =>
        onChange(
          Object.fromEntries(
            [...text.matchAll(/([^=,]+)=\s*([1-5])/g)].map(([, word = '', priority]) => [
              word.trim(),
              Number(priority),
            ]),
          ),
        )
      }
    />
  );
}
