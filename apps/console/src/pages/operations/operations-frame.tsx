import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaFrame } from '../../components/area-frame.tsx';
import { OPERATIONS_PLACES } from './operations-places.ts';

/** Alerts, tickets about places and departments in one line, and the one that is open below it. */
export function OperationsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <AreaFrame
      title={t('civic.area')}
      places={OPERATIONS_PLACES.map(({ name, ...place }) => ({ ...place, label: t(`civic.nav.${name}`) }))}
      nothing={{ title: t('civic.nothingForYou'), hint: t('civic.nothingForYouHint') }}
    >
      {children}
    </AreaFrame>
  );
}
