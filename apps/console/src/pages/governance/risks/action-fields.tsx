import type { RiskAction } from '@amaan/contracts/governance/risk';
import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './risks.module.css';

/** One action: what, by whom, until when. */
export function ActionFields({
  action,
  tried,
  onChange,
  onRemove,
}: {
  action: RiskAction;
  tried: boolean;
  onChange: (action: RiskAction) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const needed = (value: string) => tried && value.trim() === '' && t('risks.needed');
  return (
    <div className={classes.action}>
      <TextInput
        label={t('risks.actionWhat')}
        value={action.what}
        maxLength={1000}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...action, what: currentTarget.value })}
        error={needed(action.what)}
      />
      <TextInput
        label={t('risks.actionOwner')}
        value={action.owner}
        maxLength={120}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...action, owner: currentTarget.value })}
        error={needed(action.owner)}
      />
      <TextInput
        type="date"
        label={t('risks.actionDue')}
        value={action.due}
        onChange={({ currentTarget }) => onChange({ ...action, due: currentTarget.value })}
        error={needed(action.due)}
      />
      <Checkbox
        label={t('risks.actionDone')}
        checked={action.done}
        onChange={({ currentTarget }) => onChange({ ...action, done: currentTarget.checked })}
      />
      <ActionIcon variant="subtle" size="lg" aria-label={t('risks.removeAction')} onClick={onRemove}>
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
