import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import page from '../lanes/lanes.module.css';
import { TrafficFrame } from '../traffic-frame.tsx';
import { OriginDestinationView } from './origin-destination-view.tsx';
import { TravelRecords } from './travel-records.tsx';
import { TravelTimesView } from './travel-times-view.tsx';

const route = getRouteApi('/shell/traffic/travel');

/** Travel times and origin–destination between plate cameras: figures over at least five vehicles, and who asked. */
export function TravelPage() {
  const { t } = useTranslation();
  const { view = 'times' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <TrafficFrame>
      <div className={page.page}>
        <div className={page.heading}>
          <h1>{t('traffic.nav.travel')}</h1>
          <SegmentedControl
            size="xs"
            aria-label={t('travel.view')}
            value={view}
            data={(['times', 'pairs', 'record'] as const).map((value) => ({
              value,
              label: t(`travel.views.${value}`),
            }))}
            onChange={(value) =>
              void navigate({
                search: ({ view: _, ...before }) => ({
                  ...before,
                  ...(value !== 'times' && { view: value as 'pairs' | 'record' }),
                }),
              })
            }
          />
        </div>
        <p className="prose quiet">{t('travel.hint')}</p>
        {view === 'times' ? (
          <TravelTimesView />
        ) : view === 'pairs' ? (
          <OriginDestinationView />
        ) : (
          <TravelRecords />
        )}
      </div>
    </TrafficFrame>
  );
}
