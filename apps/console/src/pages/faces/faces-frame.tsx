import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaFrame } from '../../components/area-frame.tsx';
import { FACE_PLACES } from './face-places.ts';

/** The places of facial recognition in one line, and the one that is open below it. */
export function FacesFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const places = FACE_PLACES.map(({ name, ...place }) => ({ ...place, label: t(`faces.nav.${name}`) }));
  return (
    <AreaFrame
      title={t('faces.title')}
      places={places}
      nothing={{ title: t('faces.nothingForYou'), hint: t('faces.nothingForYouHint') }}
    >
      {children}
    </AreaFrame>
  );
}
