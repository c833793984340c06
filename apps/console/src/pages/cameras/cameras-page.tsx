import type { Camera } from '@amaan/contracts/camera';
import { Button, Skeleton, Table, TextInput } from '@mantine/core';
import { IconDeviceCctv, IconFilterOff, IconFolders, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { cameraGroupsQuery } from '../../api/camera-groups.ts';
import { camerasQuery } from '../../api/cameras.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { CameraMark, conditionOf } from '../../components/status-marks.tsx';
import { RelativeTime } from '../../format/relative-time.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CameraForm } from './camera-form.tsx';
import { CameraGroupsDialog } from './camera-groups-dialog.tsx';
import classes from './cameras-page.module.css';

const route = getRouteApi('/shell/cameras');

/** Trouble first: a camera that fails must not be found by scrolling. */
const ORDER = ['failed', 'denied', 'connecting', 'unknown', 'stopped', 'live', 'simulated'];

export function CamerasPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { q = '', site } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(camerasQuery);
  const [adding, setAdding] = useState(false);
  const [grouping, setGrouping] = useState(false);

  const wanted = q.toLocaleLowerCase();
  const cameras = (data ?? [])
    .filter(({ siteId }) => site === undefined || siteId === site)
    .filter(({ name, displayUrl }) => `${name} ${displayUrl}`.toLocaleLowerCase().includes(wanted))
    .sort(
      (a, b) =>
        ORDER.indexOf(conditionOf(a)) - ORDER.indexOf(conditionOf(b)) ||
        a.name.localeCompare(b.name, undefined, { numeric: true }),
    );
  const addButton = may('camera.create') && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('cameras.add')}
    </Button>
  );

  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <h1>{t('cameras.title')}</h1>
        <TextInput
          className={classes.filter}
          size="xs"
          aria-label={t('cameras.filter')}
          placeholder={t('cameras.filter')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={q}
          onChange={({ currentTarget }) =>
            void navigate({
              search: ({ q: _before, ...rest }) => ({
                ...rest,
                ...(currentTarget.value !== '' && { q: currentTarget.value }),
              }),
              replace: true,
            })
          }
        />
        {data && <span className="quiet">{t('cameras.count', { count: cameras.length })}</span>}
        <span className={classes.grow} />
        {may('camera-group.change') && (
          <Button
            variant="default"
            leftSection={<IconFolders size={18} aria-hidden="true" />}
            onClick={() => setGrouping(true)}
          >
            {t('suspension.groups.manage')}
          </Button>
        )}
        {addButton}
      </header>
      {grouping && <CameraGroupsDialog onClose={() => setGrouping(false)} />}
      {adding && <CameraForm onClose={() => setAdding(false)} />}
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <div className={classes.loading}>
          <Skeleton height={320} />
        </div>
      ) : data.length === 0 ? (
        <EmptyNotice
          icon={<IconDeviceCctv />}
          title={t('cameras.empty')}
          hint={t('cameras.emptyHint')}
          action={addButton}
        />
      ) : cameras.length === 0 ? (
        <EmptyNotice icon={<IconFilterOff />} title={t('cameras.emptyFilter')} />
      ) : (
        <CameraTable cameras={cameras} />
      )}
    </div>
  );
}

function CameraTable({ cameras }: { cameras: readonly Camera[] }) {
  const { t } = useTranslation();
  const { data: groups } = useQuery(cameraGroupsQuery);
  const nameOf = new Map(groups?.map(({ id, name }) => [id, name]));
  return (
    <div className={classes.table}>
      <Table stickyHeader highlightOnHover verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('cameras.name')}</Table.Th>
            <Table.Th>{t('cameras.state')}</Table.Th>
            <Table.Th className={classes.number}>{t('cameras.rate')}</Table.Th>
            <Table.Th className={classes.number}>{t('cameras.rules')}</Table.Th>
            <Table.Th className={classes.wide}>{t('suspension.groups.label')}</Table.Th>
            <Table.Th className={classes.wide}>{t('cameras.lastFrame')}</Table.Th>
            <Table.Th className={classes.wide}>{t('cameras.source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cameras.map((camera) => (
            <CameraRow key={camera.id} camera={camera} group={nameOf.get(camera.groupId) ?? '–'} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function CameraRow({ camera, group }: { camera: Camera; group: string }) {
  const format = useFormat();
  const { status } = camera;
  const trouble = status?.error?.message ?? status?.inferenceDenied;
  return (
    <Table.Tr className={classes.row}>
      <Table.Td>
        <Link to="/cameras/$cameraId" params={{ cameraId: camera.id }} className={classes.name}>
          <bdi>{camera.name}</bdi>
        </Link>
      </Table.Td>
      <Table.Td>
        <CameraMark camera={camera} />
        {trouble && (
          <p className={`${classes.trouble} quiet`} dir="auto">
            {trouble}
          </p>
        )}
      </Table.Td>
      <Table.Td className={classes.number}>
        {status ? format.number(status.framesPerSecond, 1) : '–'}
      </Table.Td>
      <Table.Td className={classes.number}>{format.number(camera.rules.length)}</Table.Td>
      <Table.Td className={classes.wide}>
        <bdi>{group}</bdi>
      </Table.Td>
      <Table.Td className={`${classes.wide} quiet`}>
        {status?.lastFrameAt ? <RelativeTime instant={status.lastFrameAt} /> : '–'}
      </Table.Td>
      <Table.Td className={`${classes.wide} quiet`}>
        <span className="mono ltr">{camera.displayUrl}</span>
      </Table.Td>
    </Table.Tr>
  );
}
