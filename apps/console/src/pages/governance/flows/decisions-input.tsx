import { DECISION_STATES, type EarlierDecision } from '@amaan/contracts/governance/management-review';
import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './flows.module.css';

/** What became of each decision of earlier reviews. */
export function DecisionsInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly EarlierDecision[];
  onChange: (value: readonly EarlierDecision[]) => void;
}) {
  const { t } = useTranslation();
  if (value.length === 0) return null;
  const change = (at: number, changed: Partial<EarlierDecision>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  return (
    <fieldset className={classes.decisions}>
      <legend>{label}</legend>
      {value.map(({ decision, review, state, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: decisions are neither added nor moved here.
        <div key={at} className={classes.decision}>
          <p dir="auto">
            {decision} <span className="quiet mono ltr">{review}</span>
          </p>
          <Select
            aria-label={t('incidents.decisionState', { decision })}
            allowDeselect={false}
            value={state}
            data={DECISION_STATES.map((name) => ({ value: name, label: t(`incidents.decision.${name}`) }))}
            onChange={(next) => change(at, { state: next as EarlierDecision['state'] })}
          />
          <TextInput
            aria-label={t('incidents.decisionNote', { decision })}
            placeholder={t('incidents.decisionNoteShort')}
            value={note}
            maxLength={1000}
            dir="auto"
            onChange={({ currentTarget }) => change(at, { note: currentTarget.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}
