import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaFrame } from '../../components/area-frame.tsx';
import { PLATE_PLACES } from './plate-places.ts';

/** The places of number plates in one line, and the one that is open below it. */
export function PlatesFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const places = PLATE_PLACES.map(({ name, ...place }) => ({ ...place, label: t(`plates.nav.${name}`) }));
  return (
    <AreaFrame
      title={t('plates.title')}
      places={places}
      nothing={{ title: t('plates.nothingForYou'), hint: t('plates.nothingForYouHint') }}
    >
      {children}
    </AreaFrame>
  );
}
