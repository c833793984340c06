import type { LocalText } from '@amaan/contracts/ai-system';
import { useTranslation } from 'react-i18next';

/** The text in the language of the page. */
export function useLocalText(): (text: LocalText) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === 'ur' ? text.ur : text.en);
}
