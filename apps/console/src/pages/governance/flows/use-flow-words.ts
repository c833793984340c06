import type { EarlierDecision } from '@amaan/contracts/governance/management-review';
import { useTranslation } from 'react-i18next';
import type { FlowKind } from '../../../api/flows.ts';
import type { ComparisonWords } from '../../../components/records/comparison-words.ts';
import { useFormat } from '../../../format/use-format.ts';
import type { en } from '../../../messages/en.ts';
import { FLOW_FIELDS, type FlowField } from './flow-fields.ts';

/** How a value that a person filled in reads; empty for none. */
export function useFieldText(): (field: FlowField, value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ input }, value) => {
    if (value === undefined || value === null || value === '') return '';
    if (input === 'date') return format.date(String(value));
    if (input === 'records')
      return Array.isArray(value) && value.length > 0 ? format.number(value.length) : '';
    if (input === 'decisions')
      return (Array.isArray(value) ? (value as EarlierDecision[]) : [])
        .map(({ decision, review, state, note }) =>
          [`${review}: ${decision} (${t(`incidents.decision.${state}`)})`, note]
            .filter((part) => part !== '')
            .join(' '),
        )
        .join('\n');
    if (input === 'lines' || input === 'systems')
      return Array.isArray(value) ? value.join('\n') : String(value);
    if (input === 'severity') return t(`incidents.severity.${value as keyof typeof en.incidents.severity}`);
    if (input === 'source') return t(`incidents.source.${value as keyof typeof en.incidents.source}`);
    return String(value);
  };
}

/** How two versions of a record are compared: by what people fill in, not by what Amaan keeps beside it. */
export function useFlowWords(kind: FlowKind): ComparisonWords {
  const { t } = useTranslation();
  const textOf = useFieldText();
  const fieldOf = ([name]: readonly string[]) => FLOW_FIELDS[kind].find((field) => field.name === name);
  return {
    labelOf: (path) => {
      const field = fieldOf(path);
      return field === undefined ? null : t(`incidents.field.${field.label}`);
    },
    textOf: (value, path) => {
      const field = fieldOf(path);
      return field === undefined ? '' : textOf(field, value);
    },
  };
}
