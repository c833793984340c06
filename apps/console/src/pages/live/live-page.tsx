import type { Camera } from '@amaan/contracts/camera';
import { ActionIcon, Button, SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { IconCamera, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../api/cameras.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './live-page.module.css';
import { type LiveSearch, TILE_COUNTS, type TileCount } from './live-search.ts';
import { WallTile } from './wall-tile.tsx';

const CameraMap = lazy(() =>
  import('../../map/camera-map.tsx').then(({ CameraMap }) => ({ default: CameraMap })),
);

const route = getRouteApi('/shell/live');

/** All cameras of the site at once: as pictures on a wall, or as places on a map. */
export function LivePage() {
  const { t } = useTranslation();
  const { view = 'wall', site } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(camerasQuery);
  const cameras = useMemo(
    () => (data ?? []).filter(({ siteId }) => site === undefined || siteId === site),
    [data, site],
  );
  const [boxes, setBoxes] = useState(true);
  const change = (changes: LiveSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });

  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <h1>{t('live.title')}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t('live.view')}
          value={view}
          onChange={(value) => change({ view: value as 'wall' | 'map' })}
          data={[
            { value: 'wall', label: t('live.wall') },
            { value: 'map', label: t('live.map') },
          ]}
        />
        {view === 'wall' && (
          <WallTools cameras={cameras.filter(({ simulated }) => !simulated).length} change={change} />
        )}
        {view === 'wall' && (
          <Switch
            size="xs"
            label={t('live.boxes')}
            checked={boxes}
            onChange={({ currentTarget }) => setBoxes(currentTarget.checked)}
          />
        )}
        {view === 'wall' && <LeftOut cameras={cameras} />}
      </header>
      {data === undefined ? (
        <Skeleton className={classes.content} />
      ) : view === 'map' ? (
        <Suspense fallback={<Skeleton className={classes.content} />}>
          <CameraMap cameras={cameras} />
        </Suspense>
      ) : (
        <Wall cameras={cameras} boxes={boxes} />
      )}
    </div>
  );
}

/** Says which cameras the wall leaves out, where it shows any. */
function LeftOut({ cameras }: { cameras: readonly Camera[] }) {
  const { t } = useTranslation();
  const count = cameras.filter(({ simulated }) => simulated).length;
  if (count === 0 || count === cameras.length) return null;
  return <p className="quiet">{t('live.simulatedElsewhere', { count })}</p>;
}

/** How many tiles the wall has, and which of its pages is shown. */
function useWall(cameraCount: number) {
  const { tiles = 4, page = 1 } = route.useSearch();
  const pages = Math.max(1, Math.ceil(cameraCount / tiles));
  return { tiles, pages, page: Math.min(page, pages) };
}

function WallTools({ cameras, change }: { cameras: number; change: (changes: LiveSearch) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tiles, pages, page } = useWall(cameras);
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('live.layout')}
        value={String(tiles)}
        onChange={(value) => change({ tiles: Number(value) as TileCount, page: 1 })}
        data={TILE_COUNTS.map((count) => ({ value: String(count), label: format.number(count) }))}
      />
      {pages > 1 && (
        <div className={classes.pager}>
          <ActionIcon
            variant="default"
            aria-label={t('live.previousPage')}
            disabled={page === 1}
            onClick={() => change({ page: page - 1 })}
          >
            <IconChevronLeft size={16} className="mirrored" aria-hidden="true" />
          </ActionIcon>
          <span>{t('live.page', { page: format.number(page), pages: format.number(pages) })}</span>
          <ActionIcon
            variant="default"
            aria-label={t('live.nextPage')}
            disabled={page === pages}
            onClick={() => change({ page: page + 1 })}
          >
            <IconChevronRight size={16} className="mirrored" aria-hidden="true" />
          </ActionIcon>
        </div>
      )}
    </>
  );
}

function Wall({ cameras, boxes }: { cameras: readonly Camera[]; boxes: boolean }) {
  const { t } = useTranslation();
  const real = cameras.filter(({ simulated }) => !simulated);
  const { tiles, page } = useWall(real.length);
  if (real.length === 0) {
    return (
      <EmptyNotice
        icon={<IconCamera />}
        title={cameras.length > 0 ? t('live.onlySimulated') : t('live.empty')}
        hint={cameras.length > 0 ? t('live.onlySimulatedHint') : t('live.emptyHint')}
        action={
          <Button component={Link} to="/cameras" variant="default">
            {t('cameras.add')}
          </Button>
        }
      />
    );
  }
  return (
    <ul className={classes.wall} style={{ ['--columns' as string]: Math.sqrt(tiles) }}>
      {real.slice((page - 1) * tiles, page * tiles).map((camera) => (
        <WallTile key={camera.id} camera={camera} boxes={boxes} labels={tiles <= 4} />
      ))}
    </ul>
  );
}
