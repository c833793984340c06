import type { ObjectClass } from '@amaan/contracts/object-class';
import type { Priority } from '@amaan/contracts/scene-rule';
import { Button, MultiSelect, NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { en } from '../../../messages/en.ts';
import { turnedRound } from '../../../picture/drawn-shape.ts';
import { type RuleDraft, withStay } from './rule-draft.ts';
import classes from './rules.module.css';

const CLASSES = Object.keys(en.object) as ObjectClass[];
const PRIORITIES: readonly Priority[] = ['critical', 'high', 'medium', 'low'];

/** What a line or zone is called, what it applies to and what it does. */
export function RuleForm({
  draft,
  pending,
  error,
  onChange,
  onSave,
  onCancel,
  onDelete,
}: {
  draft: RuleDraft;
  pending: boolean;
  error: Error | null;
  onChange: (draft: RuleDraft) => void;
  onSave: () => void;
  onCancel: () => void;
  onDelete: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.closed && draft.name.trim() !== '') onSave();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className="prose" role="status">
        {draft.closed
          ? t('rules.hintEdit')
          : draft.shape === 'line'
            ? t('rules.hintLine')
            : t('rules.hintZone')}
      </p>
      <TextInput
        label={t('rules.name')}
        placeholder={t('rules.namePlaceholder')}
        value={draft.name}
        maxLength={80}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
        error={tried && draft.name.trim() === '' && t('rules.nameNeeded')}
      />
      {draft.shape === 'line' ? (
        <Field label={t('rules.directions')}>
          <SegmentedControl
            aria-label={t('rules.directions')}
            value={draft.directions}
            onChange={(value) => onChange({ ...draft, directions: value as RuleDraft['directions'] })}
            data={[
              { value: 'both', label: t('rules.both') },
              { value: 'forward', label: t('rules.forward') },
              { value: 'backward', label: t('rules.backward') },
            ]}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowsExchange size={16} aria-hidden="true" />}
            onClick={() => onChange(turnedRound(draft))}
          >
            {t('rules.turn')}
          </Button>
        </Field>
      ) : (
        <Field label={t('rules.kind')}>
          <SegmentedControl
            aria-label={t('rules.kind')}
            value={draft.stay === null ? 'zone' : 'loitering'}
            onChange={(value) => onChange(withStay(draft, value === 'loitering'))}
            data={[
              { value: 'zone', label: t('rules.kindZone') },
              { value: 'loitering', label: t('rules.kindLoitering') },
            ]}
          />
        </Field>
      )}
      {draft.stay !== null && (
        <NumberInput
          label={t('rules.seconds')}
          value={draft.stay}
          min={1}
          max={86_400}
          onChange={(value) => typeof value === 'number' && onChange({ ...draft, stay: value })}
        />
      )}
      <MultiSelect
        label={t('rules.classes')}
        description={t('rules.classesHint')}
        data={CLASSES.map((value) => ({ value, label: t(`object.${value}`) }))}
        value={[...draft.classes]}
        onChange={(value) => onChange({ ...draft, classes: value as ObjectClass[] })}
        searchable
        clearable
        hidePickedOptions
      />
      <Switch
        label={t('rules.alert')}
        description={t('rules.alertHint')}
        checked={draft.alert}
        onChange={({ currentTarget }) => onChange({ ...draft, alert: currentTarget.checked })}
      />
      {draft.alert && (
        <Select
          label={t('priority.label')}
          allowDeselect={false}
          value={draft.priority}
          onChange={(value) => value && onChange({ ...draft, priority: value as Priority })}
          data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
      )}
      <ProblemLine error={error} />
      <div className={classes.buttons}>
        <Button type="submit" loading={pending} disabled={!draft.closed}>
          {t('rules.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        {onDelete && (
          <Button
            variant="subtle"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={onDelete}
          >
            {t('common.delete')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.field}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}
