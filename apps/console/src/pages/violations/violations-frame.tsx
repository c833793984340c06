import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaFrame } from '../../components/area-frame.tsx';
import { VIOLATION_PLACES } from './violation-places.ts';

/** The places of traffic violations in one line, and the one that is open below it. */
export function ViolationsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const places = VIOLATION_PLACES.map(({ name, ...place }) => ({
    ...place,
    label: t(`violations.nav.${name}`),
  }));
  return (
    <AreaFrame
      title={t('violations.title')}
      places={places}
      nothing={{ title: t('violations.nothingForYou'), hint: t('violations.nothingForYouHint') }}
    >
      {children}
    </AreaFrame>
  );
}
