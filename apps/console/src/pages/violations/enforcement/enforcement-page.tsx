import type { EnforcedCamera } from '@amaan/contracts/violations/api-enforcement';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconRuler2, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { enforcedCamerasQuery } from '../../../api/enforcement.ts';
import { lanesQuery } from '../../../api/traffic.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import page from '../../traffic/lanes/lanes.module.css';
import { ViolationsFrame } from '../violations-frame.tsx';
import classes from './enforcement.module.css';
import { SectionPanel } from './section-panel.tsx';
import { SuspendedCameras } from './suspended-cameras.tsx';

const route = getRouteApi('/shell/violations/enforcement');
/** So many cameras are shown at first. */
const SHOWN_FIRST = 60;

/** Cameras on which something is enforced, those that stopped first; and those on which one may begin. */
export function EnforcementPage() {
  return (
    <ViolationsFrame>
      <EnforcementView />
    </ViolationsFrame>
  );
}

function EnforcementView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: cameras, error, refetch } = useQuery(enforcedCamerasQuery);
  const { data: lanes = [] } = useQuery({ ...lanesQuery(site), enabled: may('traffic.read') });
  const [all, setAll] = useState(false);
  if (error && !cameras) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (cameras === undefined)
    return (
      <div className={page.page}>
        <Skeleton height={32} width={320} />
        <Skeleton height={240} />
      </div>
    );
  const wanted = q.toLowerCase();
  const found = cameras
    .filter(
      ({ cameraName, siteId }) =>
        (site === undefined || siteId === site) && cameraName.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => Number(a.stopped === null) - Number(b.stopped === null));
  const shown = all ? found : found.slice(0, SHOWN_FIRST);
  const without = [...new Map(lanes.map(({ cameraId, cameraName }) => [cameraId, cameraName]))].filter(
    ([id, name]) => !cameras.some(({ cameraId }) => cameraId === id) && name.toLowerCase().includes(wanted),
  );
  return (
    <div className={page.page}>
      <div className={page.heading}>
        <h1>{t('enforcement.title')}</h1>
        <TextInput
          size="xs"
          aria-label={t('enforcement.find')}
          placeholder={t('enforcement.find')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={q}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              search: ({ q: _, ...before }) => ({ ...before, ...(value !== '' && { q: value }) }),
              replace: true,
            })
          }
        />
      </div>
      <p className="prose quiet">{t('enforcement.hint')}</p>
      <SuspendedCameras />
      {found.length === 0 && (
        <EmptyNotice
          icon={<IconRuler2 />}
          title={t(wanted === '' ? 'enforcement.none' : 'enforcement.noneFound')}
          hint={t('enforcement.noneHint')}
        />
      )}
      <ul className={page.cameras}>
        {shown.map((camera) => (
          <CameraCard key={camera.cameraId} camera={camera} />
        ))}
      </ul>
      {shown.length < found.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('traffic.showAll', { count: found.length })}
        </Button>
      )}
      {may('enforcement.change') && without.length > 0 && (
        <details className={page.without} open={cameras.length === 0}>
          <summary>{t('enforcement.begin', { count: without.length })}</summary>
          <ul className={page.names}>
            {without.slice(0, 200).map(([id, name]) => (
              <li key={id}>
                <Link to="/violations/enforcement/$cameraId" params={{ cameraId: id }} className={page.link}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <SectionPanel />
    </div>
  );
}

function CameraCard({ camera }: { camera: EnforcedCamera }) {
  const { t } = useTranslation();
  const { cameraId, cameraName, kinds, stopped } = camera;
  return (
    <li>
      <Link to="/violations/enforcement/$cameraId" params={{ cameraId }} className={page.card}>
        <strong>
          <bdi>{cameraName}</bdi>
        </strong>
        <span className={classes.kinds}>
          {kinds.map((kind) => (
            <span key={kind} className={classes.kind}>
              {t(`violations.kind.${kind}`)}
            </span>
          ))}
        </span>
        <span className={page.marks}>
          <StandingMark stopped={stopped} />
          {stopped !== null && <bdi className="quiet">{stopped}</bdi>}
        </span>
      </Link>
    </li>
  );
}

/** Whether a plan is enforced now. */
export function StandingMark({ stopped }: { stopped: string | null }) {
  const { t } = useTranslation();
  return stopped === null ? (
    <Mark shape="circle" tone="good">
      {t('enforcement.runs')}
    </Mark>
  ) : (
    <Mark shape="square" tone="suspended">
      {t('enforcement.stopped')}
    </Mark>
  );
}
