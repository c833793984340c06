import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { ur } from './ur.ts';

/** Languages of the console: tag, name in itself, writing direction, locale of numbers and dates. */
export const LANGUAGES = {
  en: { name: 'English', short: 'EN', direction: 'ltr', locale: 'en-GB' },
  ur: { name: 'اردو', short: 'اردو', direction: 'rtl', locale: 'ur-PK' },
} as const;
export type Language = keyof typeof LANGUAGES;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}

const STORAGE_KEY = 'amaan.language';

function isLanguage(value: string | null): value is Language {
  return value !== null && value in LANGUAGES;
}

/** The chosen language, else the browser's, else English. */
function initialLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (isLanguage(stored)) return stored;
  const preferred = navigator.language.slice(0, 2);
  return isLanguage(preferred) ? preferred : 'en';
}

function applyToDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].direction;
}

/** A value as it stands in a sentence; numbers from five digits on have their thousands apart. */
function written(value: unknown): string {
  const { direction, locale } = LANGUAGES[i18next.language as Language];
  const text =
    typeof value === 'number' ? value.toLocaleString(locale, { useGrouping: 'min2' }) : String(value);
  return direction === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** Starts i18next; both catalogues are in the bundle, so that changing the language needs no network. */
export async function startMessages(): Promise<void> {
  const language = initialLanguage();
  applyToDocument(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ur: { translation: ur } },
    // React escapes HTML already. In Urdu each value is isolated, so that English names and numbers inside a
    // sentence keep their own order (Unicode Bidirectional Algorithm, first strong isolate).
    interpolation: { escapeValue: true, escape: written, useRawValueToEscape: true },
  });
}

/** Changes language and direction of the whole page and remembers the choice on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORAGE_KEY, language);
  applyToDocument(language);
  await i18next.changeLanguage(language);
}
