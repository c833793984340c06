import { useTranslation } from 'react-i18next';

const FORMATS = [
  'punjab',
  'sindh',
  'islamabad',
  'khyber-pakhtunkhwa',
  'balochistan',
  'european',
  'brazilian',
  'united-states',
] as const;

/** The name of a plate's format for people; null is a plate that follows none. */
export function useFormatName(): (format: string | null) => string {
  const { t } = useTranslation();
  return (format) => {
    if (format === null) return t('plates.standardless');
    const known = FORMATS.find((one) => one === format);
    // A newer reader may know formats that this console has no name for.
    return known === undefined ? format : t(`plates.formats.${known}`);
  };
}
