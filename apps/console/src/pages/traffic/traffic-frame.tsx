import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaFrame } from '../../components/area-frame.tsx';
import { TRAFFIC_PLACES } from './traffic-places.ts';

/** The places of traffic management in one line, and the one that is open below it. */
export function TrafficFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const places = TRAFFIC_PLACES.map(({ name, ...place }) => ({ ...place, label: t(`traffic.nav.${name}`) }));
  return (
    <AreaFrame
      title={t('traffic.title')}
      places={places}
      nothing={{ title: t('traffic.nothingForYou'), hint: t('traffic.nothingForYouHint') }}
    >
      {children}
    </AreaFrame>
  );
}
