import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { useTranslation } from 'react-i18next';
import type { FlowKind } from '../../../api/flows.ts';
import classes from '../../../components/records/records.module.css';
import { FLOW_FIELDS } from './flow-fields.ts';
import { useFieldText } from './use-flow-words.ts';

/** What a record says, field by field; what is empty is left out. */
export function FlowBody({ kind, record }: { kind: FlowKind; record: GovernanceRecord }) {
  const { t } = useTranslation();
  const textOf = useFieldText();
  return (
    <dl className={classes.facts}>
      {FLOW_FIELDS[kind].flatMap((field) => {
        const text = textOf(field, record.body[field.name]);
        return text === ''
          ? []
          : [
              <div key={field.name}>
                <dt>{t(`incidents.field.${field.label}`)}</dt>
                <dd dir="auto">{text}</dd>
              </div>,
            ];
      })}
    </dl>
  );
}
