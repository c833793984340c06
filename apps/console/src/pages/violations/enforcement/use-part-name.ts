import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import type { RulePart } from './rule-kinds.ts';

/** What the parts of a rule are called. */
export function usePartName(): (part: RulePart) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (part) => {
    switch (part) {
      case 'entry':
      case 'line':
      case 'solid':
      case 'zone':
      case 'red':
      case 'yellow':
      case 'green':
        return t(`enforcement.part.${part}`);
      default:
        return t('enforcement.part.exit', { number: format.number(Number(part.slice(5))) });
    }
  };
}
