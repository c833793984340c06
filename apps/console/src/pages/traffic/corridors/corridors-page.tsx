import type { Corridor } from '@amaan/contracts/traffic/api-corridor';
import type { FlowProperties } from '@amaan/contracts/traffic/api-lanes';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconRoad } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { corridorsQuery, flowMapQuery } from '../../../api/traffic.ts';
import { BackButton } from '../../../components/back-button.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { FlowMap } from '../../../map/flow-map.tsx';
import { TrafficFrame } from '../traffic-frame.tsx';
import { CorridorDetail } from './corridor-detail.tsx';
import { CorridorForm } from './corridor-form.tsx';
import type { CorridorSearch } from './corridor-search.ts';
import classes from './corridors.module.css';
import { FlowTable } from './flow-table.tsx';

const route = getRouteApi('/shell/traffic/corridors');
/** In the place of a corridor: all of them. Where list and map do not fit beside each other, it opens the map. */
const EVERYWHERE = 'now';

/** How traffic flows now, on a map and in a list; and each corridor over time. */
export function CorridorsPage() {
  return (
    <TrafficFrame>
      <CorridorsView />
    </TrafficFrame>
  );
}

function CorridorsView() {
  const { t } = useTranslation();
  const may = useMay();
  const { id, site } = route.useSearch();
  const navigate = route.useNavigate();
  const corridors = useQuery(corridorsQuery);
  const [adding, setAdding] = useState(false);
  const shown = corridors.data?.filter(({ siteId }) => site === undefined || siteId === site);
  const open = (chosen: string | undefined) =>
    void navigate({
      search: ({ id: _, ...before }) => ({ ...before, ...(chosen !== undefined && { id: chosen }) }),
    });
  const corridor = corridors.data?.find((one) => one.id === id);
  return (
    <div className={frame.page} data-open={id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('traffic.nav.corridors')}>
        <div className={frame.heading}>
          <h1>{t('traffic.nav.corridors')}</h1>
          <span className={frame.grow} />
          {may('traffic.change') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setAdding(true)}
            >
              {t('traffic.corridor.add')}
            </Button>
          )}
        </div>
        <Button
          variant={id === undefined || id === EVERYWHERE ? 'light' : 'subtle'}
          justify="start"
          onClick={() => open(EVERYWHERE)}
          aria-current={id === undefined || id === EVERYWHERE ? 'page' : undefined}
        >
          {t('traffic.corridor.everywhere')}
        </Button>
        {corridors.error && !corridors.data ? (
          <ProblemNotice error={corridors.error} onRetry={() => void corridors.refetch()} />
        ) : shown === undefined ? (
          <Skeleton height={120} />
        ) : shown.length === 0 ? (
          <p className="prose quiet">{t('traffic.corridor.none')}</p>
        ) : (
          shown.map((one) => <CorridorItem key={one.id} corridor={one} chosen={one.id === id} />)
        )}
      </section>
      <article className={frame.detail}>
        {corridor ? (
          <>
            <BackButton onClick={() => open(undefined)} />
            <CorridorDetail key={corridor.id} corridor={corridor} />
          </>
        ) : (
          <>
            <BackButton onClick={() => open(undefined)} />
            <Everywhere site={site} />
          </>
        )}
      </article>
      {adding && (
        <CorridorForm
          corridor={null}
          onClose={() => setAdding(false)}
          onSaved={(saved) => {
            setAdding(false);
            open(saved.id);
          }}
        />
      )}
    </div>
  );
}

function CorridorItem({ corridor, chosen }: { corridor: Corridor; chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/traffic/corridors"
      search={(before) => ({ ...(before as CorridorSearch), id: corridor.id })}
      className={frame.item}
      data-chosen={chosen || undefined}
      aria-current={chosen ? 'true' : undefined}
    >
      <strong>
        <bdi>{corridor.name}</bdi>
      </strong>
      <span className="quiet">{t('traffic.corridor.stops', { count: corridor.stops.length })}</span>
    </Link>
  );
}

/** Every approach that is measured now: the map, and the same as a table with the worst first. */
function Everywhere({ site }: { site: string | undefined }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: flow, error, refetch } = useQuery(flowMapQuery(site));
  const openCamera = ({ cameraId, approach }: FlowProperties) =>
    void navigate({ to: '/traffic/lanes/$cameraId', params: { cameraId }, search: { approach } });
  if (error && !flow) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (flow === undefined) return <Skeleton height={420} />;
  if (flow.features.length === 0)
    return (
      <EmptyNotice
        icon={<IconRoad />}
        title={t('traffic.corridor.nothingMeasured')}
        hint={t('traffic.corridor.nothingMeasuredHint')}
        action={
          <LinkButton to="/traffic/lanes" variant="default">
            {t('traffic.nav.lanes')}
          </LinkButton>
        }
      />
    );
  return (
    <>
      <h1>{t('traffic.corridor.now')}</h1>
      <div className={classes.map}>
        <FlowMap flow={flow} onOpen={openCamera} />
      </div>
      <FlowTable approaches={flow.features.map(({ properties }) => properties)} />
    </>
  );
}
