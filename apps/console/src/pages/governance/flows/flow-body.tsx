import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { useTranslation } from 'react-i18next';
import type { FlowKind } from '../../../api/flows.ts';
import { useFormat } from '../../../format/use-format.ts';
import type { en } from '../../../messages/en.ts';
import { FLOW_FIELDS, type FlowField } from './flow-fields.ts';
import classes from './flows.module.css';

/** What a record says, field by field; what is empty is left out. */
export function FlowBody({ kind, record }: { kind: FlowKind; record: GovernanceRecord }) {
  const { t } = useTranslation();
  const show = useFieldText();
  return (
    <dl className={classes.body}>
      {FLOW_FIELDS[kind].flatMap((field) => {
        const text = show(field, record.body[field.name]);
        return text === ''
          ? []
          : [
              <div key={field.name}>
                <dt className="quiet">{t(`incidents.field.${field.label}`)}</dt>
                <dd dir="auto">{text}</dd>
              </div>,
            ];
      })}
      {record.owner !== null && (
        <div>
          <dt className="quiet">{t('incidents.field.owner')}</dt>
          <dd>
            <bdi>{record.owner}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}

function useFieldText(): (field: FlowField, value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ input }, value) => {
    if (value === undefined || value === null || value === '') return '';
    if (input === 'date') return format.date(String(value));
    if (input === 'lines') return Array.isArray(value) ? value.join('\n') : '';
    if (input === 'severity') return t(`incidents.severity.${value as keyof typeof en.incidents.severity}`);
    if (input === 'source') return t(`incidents.source.${value as keyof typeof en.incidents.source}`);
    return String(value);
  };
}
