import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaFrame } from '../../components/area-frame.tsx';
import { CRIME_PLACES } from './crime-places.ts';

/** The places of crime analytics in one line, and the one that is open below it. */
export function CrimeFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const places = CRIME_PLACES.map(({ name, ...place }) => ({ ...place, label: t(`crime.nav.${name}`) }));
  return (
    <AreaFrame
      title={t('crime.title')}
      places={places}
      nothing={{ title: t('crime.nothingForYou'), hint: t('crime.nothingForYouHint') }}
    >
      {children}
    </AreaFrame>
  );
}
