import { useTranslation } from 'react-i18next';

const WORDS = ['exactly', 'tolerance1', 'tolerance2', 'tolerance3'] as const;

/** How far a read may differ, in words. */
export function useToleranceWords(): (tolerance: number) => string {
  const { t } = useTranslation();
  return (tolerance) => t(`plates.search.${WORDS[Math.round(tolerance)] ?? 'tolerance3'}`);
}
