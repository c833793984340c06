import type { LocalText } from '@amaan/contracts/ai-system';
import { useTranslation } from 'react-i18next';
import type { Language } from '../messages/i18n.ts';

/** Takes the language of the page from a text that is in both. */
export function useLocalText(): (text: LocalText) => string {
  const { i18n } = useTranslation();
  return (text) => text[i18n.language as Language];
}
