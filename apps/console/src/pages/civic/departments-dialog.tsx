import {
  type CivicDepartment,
  type CivicRule,
  CivicSettings,
  type CivicSettingsView,
} from '@amaan/contracts/civic/civic-settings';
import { CIVIC_KINDS, type CivicKind } from '@amaan/contracts/civic/civic-ticket';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../api/cameras.ts';
import { changeCivicSettings, civicKey } from '../../api/civic.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { isReasonShort, ReasonField } from '../../components/reason-field.tsx';
import classes from './civic.module.css';

type DraftRule = { readonly sceneRuleId: string | null; readonly kind: CivicKind };

/** Changes departments, their times, and the rules that suggest tickets, by a new version with its reason. */
export function DepartmentsDialog({
  view: { version, settings },
  onClose,
}: {
  view: CivicSettingsView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [departments, setDepartments] = useState<readonly CivicDepartment[]>(settings.departments);
  const [rules, setRules] = useState<readonly DraftRule[]>(settings.rules);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const draft = { departments, rules: rules.filter((rule): rule is CivicRule => rule.sceneRuleId !== null) };
  const isWrong = !CivicSettings.safeParse(draft).success;
  const save = useMutation({
    mutationFn: () =>
      changeCivicSettings({ seen: version, settings: CivicSettings.parse(draft), reason: reason.trim() }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: civicKey });
      onClose();
    },
  });
  const set = (index: number, change: Partial<CivicDepartment>) =>
    setDepartments((before) => before.with(index, { ...before[index]!, ...change }));
  return (
    <ConfirmDialog
      title={t('civic.changeDepartments')}
      text={t('civic.changeText')}
      size="xl"
      action={t('common.save')}
      pending={save.isPending}
      error={save.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isWrong && !isReasonShort(reason)) save.mutate();
      }}
    >
      {departments.map((department, index) => (
        <DepartmentFields
          // Its short name is edited too: the place in the list is what stays.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          department={department}
          tried={tried}
          onChange={(change) => set(index, change)}
          onRemove={() => setDepartments((before) => before.toSpliced(index, 1))}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() =>
          setDepartments((before) => [...before, { id: '', name: { en: '', ur: '' }, hours: {} }])
        }
      >
        {t('civic.addDepartment')}
      </Button>
      <RuleFields rules={rules} onChange={setRules} />
      {tried && isWrong && (
        <p className={classes.wrong} role="alert">
          {t('civic.departmentsWrong')}
        </p>
      )}
      <ReasonField value={reason} tried={tried} onChange={setReason} />
    </ConfirmDialog>
  );
}

function DepartmentFields({
  department: { id, name, hours },
  tried,
  onChange,
  onRemove,
}: {
  department: CivicDepartment;
  tried: boolean;
  onChange: (change: Partial<CivicDepartment>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.department}>
      <TextInput
        label={t('civic.shortName')}
        value={id}
        maxLength={40}
        dir="ltr"
        placeholder="waste"
        error={tried && !/^[a-z0-9][a-z0-9-]*$/.test(id) && t('civic.shortNameWrong')}
        onChange={({ currentTarget }) => onChange({ id: currentTarget.value })}
      />
      <TextInput
        label={t('civic.nameEn')}
        value={name.en}
        maxLength={80}
        dir="ltr"
        lang="en"
        error={tried && name.en === '' && t('civic.nameNeeded')}
        onChange={({ currentTarget }) => onChange({ name: { ...name, en: currentTarget.value } })}
      />
      <TextInput
        label={t('civic.nameUr')}
        value={name.ur}
        maxLength={80}
        dir="rtl"
        lang="ur"
        error={tried && name.ur === '' && t('civic.nameNeeded')}
        onChange={({ currentTarget }) => onChange({ name: { ...name, ur: currentTarget.value } })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('civic.removeDepartment', { name: name.en })}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden="true" />
      </ActionIcon>
      <div className={classes.hours}>
        {CIVIC_KINDS.map((kind) => (
          <NumberInput
            key={kind}
            size="xs"
            label={t(`civic.kind.${kind}`)}
            placeholder={t('civic.notTheirs')}
            suffix={t('civic.hoursSuffix')}
            min={1}
            max={8760}
            value={hours[kind] ?? ''}
            onChange={(value) => {
              const { [kind]: _, ...others } = hours;
              onChange({ hours: typeof value === 'number' ? { ...others, [kind]: value } : others });
            }}
          />
        ))}
      </div>
    </div>
  );
}

function RuleFields({
  rules,
  onChange,
}: {
  rules: readonly DraftRule[];
  onChange: (rules: readonly DraftRule[]) => void;
}) {
  const { t } = useTranslation();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const sceneRules = cameras.flatMap((camera) =>
    camera.rules.map((rule) => ({ value: rule.id, label: `${camera.name}: ${rule.name}` })),
  );
  return (
    <>
      <h3>{t('civic.rulesTitle')}</h3>
      <p className="prose quiet">{t('civic.rulesHint')}</p>
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new row has nothing else that stays
        <div key={index} className={classes.rule}>
          <Select
            size="xs"
            label={t('civic.sceneRule')}
            searchable
            value={rule.sceneRuleId}
            data={
              rule.sceneRuleId === null || sceneRules.some(({ value }) => value === rule.sceneRuleId)
                ? sceneRules
                : [...sceneRules, { value: rule.sceneRuleId, label: t('civic.ruleGone') }]
            }
            onChange={(sceneRuleId) => onChange(rules.with(index, { ...rule, sceneRuleId }))}
          />
          <Select
            size="xs"
            label={t('civic.suggests')}
            allowDeselect={false}
            value={rule.kind}
            data={CIVIC_KINDS.map((value) => ({ value, label: t(`civic.kind.${value}`) }))}
            onChange={(kind) =>
              kind !== null && onChange(rules.with(index, { ...rule, kind: kind as CivicKind }))
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('civic.removeRule')}
            onClick={() => onChange(rules.toSpliced(index, 1))}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => onChange([...rules, { sceneRuleId: null, kind: 'blocked-footpath' }])}
      >
        {t('civic.addRule')}
      </Button>
    </>
  );
}
