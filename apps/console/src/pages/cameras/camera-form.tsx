import type { Camera } from '@amaan/contracts/camera';
import type { Position } from '@amaan/contracts/geometry';
import { Button, Modal, NumberInput, Select, Skeleton, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cameraGroupsQuery } from '../../api/camera-groups.ts';
import { addCamera, camerasQuery, changeCamera } from '../../api/cameras.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './camera-form.module.css';

const PlaceMap = lazy(() =>
  import('../../map/place-map.tsx').then(({ PlaceMap }) => ({ default: PlaceMap })),
);

type Coordinate = number | '';

/** The position that two fields say, null for none, or what is wrong with them. */
function readPosition(
  longitude: Coordinate,
  latitude: Coordinate,
): Position | null | 'positionBoth' | 'positionBad' {
  if (longitude === '' && latitude === '') return null;
  if (longitude === '' || latitude === '') return 'positionBoth';
  return Math.abs(longitude) > 180 || Math.abs(latitude) > 90 ? 'positionBad' : [longitude, latitude];
}

/** Adds a camera, or changes the given one. */
export function CameraForm({ camera, onClose }: { camera?: Camera; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: cameras } = useQuery(camerasQuery);
  const neighbour = cameras?.find((other) => other.position !== null)?.position;
  const [name, setName] = useState(camera?.name ?? '');
  const [url, setUrl] = useState('');
  const { data: groups } = useQuery(cameraGroupsQuery);
  const [groupId, setGroupId] = useState<string | null>(camera?.groupId ?? null);
  const ownGroups = groups?.filter(({ siteId }) => camera === undefined || siteId === camera.siteId) ?? [];
  const [rate, setRate] = useState<number>(camera?.analysisRate ?? 5);
  const [readsPlates, setReadsPlates] = useState(camera?.readsPlates ?? false);
  const [longitude, setLongitude] = useState<Coordinate>(camera?.position?.[0] ?? '');
  const [latitude, setLatitude] = useState<Coordinate>(camera?.position?.[1] ?? '');
  const [tried, setTried] = useState(false);
  const position = readPosition(longitude, latitude);

  const save = useMutation({
    mutationFn: () => {
      const place = typeof position === 'string' ? null : position;
      if (camera) {
        return changeCamera(camera.id, {
          name,
          analysisRate: rate,
          readsPlates,
          position: place,
          ...(url !== '' && { url }),
          ...(groupId !== null && groupId !== camera.groupId && { groupId }),
        });
      }
      const group = ownGroups.find(({ id }) => id === groupId);
      return addCamera({
        name,
        url,
        analysisRate: rate,
        readsPlates,
        ...(place && { position: place }),
        ...(group && { groupId: group.id, siteId: group.siteId }),
      });
    },
    onSuccess: async (saved) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: camerasQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: cameraGroupsQuery.queryKey }),
      ]);
      notifications.show({ message: camera ? t('cameras.saved') : t('cameras.added', { name: saved.name }) });
      onClose();
      if (!camera) await navigate({ to: '/cameras/$cameraId', params: { cameraId: saved.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && (camera || url.trim() !== '') && typeof position !== 'string') save.mutate();
  };
  const pick = useCallback(([x, y]: Position) => {
    setLongitude(x);
    setLatitude(y);
  }, []);
  const toCoordinate = (value: number | string): Coordinate => (typeof value === 'number' ? value : '');

  return (
    <Modal opened onClose={onClose} size="lg" title={camera ? t('cameras.edit') : t('cameras.add')}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('cameras.name')}
          value={name}
          maxLength={80}
          dir="auto"
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={tried && name.trim() === '' && t('cameras.nameNeeded')}
        />
        <TextInput
          label={t('cameras.url')}
          description={camera ? t('cameras.urlKeep') : t('cameras.urlHint')}
          placeholder={camera?.displayUrl ?? 'rtsp://'}
          value={url}
          maxLength={2048}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          onChange={({ currentTarget }) => setUrl(currentTarget.value)}
          error={tried && !camera && url.trim() === '' && t('cameras.urlNeeded')}
        />
        <NumberInput
          label={t('cameras.analysisRate')}
          description={t('cameras.analysisRateHint')}
          value={rate}
          min={0.2}
          max={30}
          step={1}
          decimalScale={1}
          onChange={(value) => typeof value === 'number' && setRate(value)}
        />
        <Switch
          label={t('cameras.readsPlates')}
          description={t('cameras.readsPlatesHint')}
          checked={readsPlates}
          onChange={({ currentTarget }) => setReadsPlates(currentTarget.checked)}
        />
        <Select
          label={t('suspension.groups.label')}
          description={t('suspension.groups.hint')}
          value={groupId}
          clearable={camera === undefined}
          allowDeselect={false}
          searchable={ownGroups.length > 8}
          onChange={setGroupId}
          data={ownGroups.map(({ id, name: group, siteName: site }) => ({
            value: id,
            label: camera ? group : t('suspension.groupOfSite', { group, site }),
          }))}
        />
        <fieldset className={classes.position}>
          <legend>
            {t('cameras.position')} <span className="quiet">({t('common.optional')})</span>
          </legend>
          <p className="quiet">{t('cameras.positionHint')}</p>
          <Suspense fallback={<Skeleton height={240} />}>
            <PlaceMap
              position={position === null || typeof position === 'string' ? null : position}
              label={t('map.pick')}
              {...(neighbour && { fallback: neighbour })}
              onPick={pick}
            />
          </Suspense>
          <div className={classes.coordinates} dir="ltr">
            <NumberInput
              label={t('cameras.longitude')}
              value={longitude}
              hideControls
              decimalScale={6}
              onChange={(value) => setLongitude(toCoordinate(value))}
            />
            <NumberInput
              label={t('cameras.latitude')}
              value={latitude}
              hideControls
              decimalScale={6}
              onChange={(value) => setLatitude(toCoordinate(value))}
            />
            <Button
              variant="subtle"
              disabled={longitude === '' && latitude === ''}
              onClick={() => {
                setLongitude('');
                setLatitude('');
              }}
            >
              {t('cameras.clearPosition')}
            </Button>
          </div>
          {tried && typeof position === 'string' && (
            <p className={classes.wrong} role="alert">
              {t(`cameras.${position}`)}
            </p>
          )}
        </fieldset>
        <ProblemLine error={save.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {camera ? t('common.save') : t('cameras.add')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
