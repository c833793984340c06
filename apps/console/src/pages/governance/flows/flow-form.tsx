import type { EarlierDecision } from '@amaan/contracts/governance/management-review';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FlowDraft, type FlowKind, openFlow, reviseFlow } from '../../../api/flows.ts';
import { systemsQuery } from '../../../api/platform.ts';
import { recordKey } from '../../../api/records.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from '../../../components/records/records.module.css';
import { DecisionsInput } from './decisions-input.tsx';
import { emptyBody, FLOW_FIELDS, type FlowField, missingFields } from './flow-fields.ts';
import { RecordsInput, SystemsInput } from './linked-inputs.tsx';

const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
const SOURCES = ['person', 'audit', 'incident', 'monitoring', 'concern'] as const;

interface FlowFormProps {
  readonly kind: FlowKind;
  /** What is revised; left out: a new one. */
  readonly record?: GovernanceRecord;
  /** Members of the body that the page fills. */
  readonly given?: Record<string, unknown>;
  readonly onSaved: (record: GovernanceRecord) => void;
  readonly onClose: () => void;
}

/** Opens or revises a record. What was typed stays when saving fails. */
export function FlowForm({ kind, record, given, onSaved, onClose }: FlowFormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: systems = [] } = useQuery(systemsQuery);
  const [title, setTitle] = useState(record?.title ?? '');
  const [system, setSystem] = useState(record?.system ?? null);
  const [owner, setOwner] = useState(record?.owner ?? '');
  const [note, setNote] = useState('');
  const [body, setBody] = useState<Record<string, unknown>>({
    ...(record?.body ?? emptyBody(kind)),
    ...given,
  });
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (draft: FlowDraft) =>
      record === undefined ? openFlow(kind, draft) : reviseFlow(kind, record.id, draft, record.version),
    onSuccess: async (saved) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['flow'] }),
        queryClient.invalidateQueries({ queryKey: recordKey(saved.id) }),
      ]);
      onSaved(saved);
    },
  });
  const missing = missingFields(kind, body);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim().length < 3 || missing.length > 0) return;
    const ownerName = owner.trim() === '' ? null : owner;
    save.mutate({ title, system, owner: ownerName, reviewAt: record?.reviewAt ?? null, note, body });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('incidents.field.title')}
        value={title}
        dir="auto"
        maxLength={200}
        withAsterisk
        error={tried && title.trim().length < 3}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      {record === undefined && kind !== 'audit' && (
        <Select
          label={t('incidents.field.system')}
          placeholder={t('incidents.field.noSystem')}
          clearable
          value={system}
          data={systems.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setSystem}
        />
      )}
      {FLOW_FIELDS[kind].map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={body[field.name]}
          error={tried && missing.includes(field.name)}
          onChange={(value) => setBody((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <TextInput
        label={t('incidents.field.owner')}
        value={owner}
        dir="auto"
        maxLength={120}
        onChange={({ currentTarget }) => setOwner(currentTarget.value)}
      />
      {record !== undefined && (
        <TextInput
          label={t('incidents.field.note')}
          value={note}
          dir="auto"
          maxLength={1000}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      )}
      <ProblemLine error={save.error} />
      <FormButtons pending={save.isPending} onClose={onClose} />
    </form>
  );
}

function FieldInput({
  field: { label, input, needed },
  value,
  error,
  onChange,
}: {
  field: FlowField;
  value: unknown;
  error: boolean;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation();
  const shared = { label: t(`incidents.field.${label}`), withAsterisk: needed === true, error };
  if (input === 'date') {
    return (
      <TextInput
        {...shared}
        type="date"
        dir="ltr"
        value={typeof value === 'string' ? value.slice(0, 10) : ''}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? '' : `${currentTarget.value}T00:00:00.000Z`)
        }
      />
    );
  }
  if (input === 'severity' || input === 'source') {
    const data =
      input === 'severity'
        ? SEVERITIES.map((name) => ({ value: name, label: t(`incidents.severity.${name}`) }))
        : SOURCES.map((name) => ({ value: name, label: t(`incidents.source.${name}`) }));
    return <Select {...shared} data={data} value={String(value)} allowDeselect={false} onChange={onChange} />;
  }
  if (input === 'records')
    return <RecordsInput label={shared.label} value={asTexts(value)} onChange={onChange} />;
  if (input === 'systems')
    return <SystemsInput label={shared.label} value={asTexts(value)} onChange={onChange} />;
  if (input === 'decisions')
    return (
      <DecisionsInput
        label={shared.label}
        value={(value ?? []) as readonly EarlierDecision[]}
        onChange={onChange}
      />
    );
  const isLines = input === 'lines';
  const text = isLines && Array.isArray(value) ? value.join('\n') : String(value ?? '');
  return (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={14}
      dir="auto"
      maxLength={8000}
      value={text}
      onChange={({ currentTarget }) =>
        onChange(isLines ? currentTarget.value.split('\n') : currentTarget.value)
      }
      {...(isLines && { onBlur: () => onChange(text.split('\n').filter((line) => line.trim() !== '')) })}
    />
  );
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
