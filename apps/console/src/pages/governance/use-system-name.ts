import type { AiSystem } from '@amaan/contracts/ai-system';
import { useTranslation } from 'react-i18next';

/** The name of a system in the language of the page. */
export function useSystemName(): (system: Pick<AiSystem, 'name' | 'nameUrdu'>) => string {
  const { i18n } = useTranslation();
  return ({ name, nameUrdu }) => (i18n.language === 'ur' ? nameUrdu : name);
}
