import type { Alert } from '@amaan/contracts/alert';
import { OBJECT_CLASSES } from '@amaan/contracts/object-class';
import type { CloneSuspicion } from '@amaan/contracts/plates/journey';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { VEHICLE_COLOURS } from '@amaan/contracts/plates/vehicle';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceUrl } from '../../api/alerts.ts';
import { camerasQuery } from '../../api/cameras.ts';
import { sightingImageUrl, sightingQuery } from '../../api/plates.ts';
import { Mark } from '../../components/mark.tsx';
import { PlateText } from '../../components/plate-text.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { MapStop } from '../../map/stops-by-place.ts';
import { PlateCrop } from '../../picture/plate-crop.tsx';
import { useVehicleWords } from '../plates/sighting-facts.tsx';
import { SightingPicture } from '../plates/sighting-picture.tsx';
import { useMeasures } from '../plates/use-measures.ts';
import classes from './plate-alert.module.css';
import type { PlateRead } from './plate-read.ts';

const RouteMap = lazy(() =>
  import('../../map/route-map.tsx').then(({ RouteMap }) => ({ default: RouteMap })),
);

type Travel = Extract<CloneSuspicion, { kind: 'impossible-travel' }>;

/** Why one plate seems to be on two vehicles. */
export function CloneFacts({
  alert,
  read,
  suspicion,
}: {
  alert: Alert;
  read: PlateRead;
  suspicion: CloneSuspicion;
}) {
  const { t } = useTranslation();
  return (
    <section className={classes.block}>
      <h2>{t('plates.alert.clone')}</h2>
      {suspicion.kind === 'impossible-travel' ? (
        <TwoPlaces alert={alert} read={read} travel={suspicion} />
      ) : (
        <Contradiction differences={suspicion.differences} />
      )}
      <p className="quiet">{t('plates.alert.cloneHint')}</p>
    </section>
  );
}

/** Both pictures side by side, with the distance, the time, and the speed that it would take. */
function TwoPlaces({ alert, read, travel }: { alert: Alert; read: PlateRead; travel: Travel }) {
  const { t } = useTranslation();
  const measures = useMeasures();
  const { data: cameras } = useQuery(camerasQuery);
  const { data: other, error } = useQuery(sightingQuery(travel.otherId, travel.otherCapturedAt));
  const distance = measures.distance(travel.metres);
  const here = cameras?.find(({ id }) => id === alert.cameraId);
  const there = cameras?.find(({ id }) => id === travel.otherCameraId);
  const stops = useMemo<MapStop[]>(
    () =>
      [
        { camera: there, number: 1 },
        { camera: here, number: 2 },
      ].flatMap(({ camera, number }) =>
        camera?.position
          ? [
              {
                id: camera.id,
                position: camera.position,
                number,
                title: camera.name,
                tone: 'critical' as const,
                simulated: camera.simulated,
              },
            ]
          : [],
      ),
    [here, there],
  );
  const legs = useMemo(
    () =>
      stops.length === 2
        ? [{ path: stops.map(({ position }) => position), kind: 'impossible' as const }]
        : [],
    [stops],
  );
  return (
    <>
      <Mark shape="circle" tone="critical">
        {travel.speed === null
          ? travel.seconds === 0
            ? t('plates.alert.cloneAtOnce', { distance })
            : t('plates.alert.cloneWithin', { distance, span: measures.seconds(travel.seconds) })
          : t('plates.alert.cloneTravel', {
              distance,
              span: measures.seconds(travel.seconds),
              speed: measures.speed(travel.speed),
              limit: measures.speed(travel.limit),
            })}
      </Mark>
      <div className={classes.pair}>
        <div className={classes.side}>
          <h3>{t('plates.alert.otherSighting')}</h3>
          {other ? (
            <Seen
              plate={other.corrected ?? other.reading.text}
              cameraName={other.cameraName}
              capturedAt={other.capturedAt}
              crop={sightingImageUrl(other, 'crop')}
              picture={sightingImageUrl(other, 'picture')}
              sighting={other}
            />
          ) : error ? (
            <>
              <p>{t('plates.alert.otherGone')}</p>
              <ProblemLine error={error} />
            </>
          ) : (
            <Skeleton height={200} />
          )}
        </div>
        <div className={classes.side}>
          <h3>{t('plates.alert.thisSighting')}</h3>
          <Seen
            plate={read.reading.text}
            cameraName={alert.cameraName}
            capturedAt={read.capturedAt}
            crop={evidenceUrl(alert, 'plate-crop')}
            picture={evidenceUrl(alert, 'picture')}
            sighting={{
              id: read.id,
              reading: read.reading,
              corrected: null,
              cameraName: alert.cameraName,
              vehicle: read.vehicle,
            }}
          />
        </div>
      </div>
      {stops.length === 2 && (
        <div className={classes.map}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <RouteMap stops={stops} legs={legs} label={t('plates.alert.map')} />
          </Suspense>
        </div>
      )}
    </>
  );
}

function Seen({
  plate,
  cameraName,
  capturedAt,
  crop,
  picture,
  sighting,
}: {
  plate: string;
  cameraName: string;
  capturedAt: string;
  crop: string | undefined;
  picture: string | undefined;
  sighting: Pick<Sighting, 'id' | 'reading' | 'corrected' | 'cameraName' | 'vehicle'>;
}) {
  const format = useFormat();
  const words = useVehicleWords();
  return (
    <>
      <PlateCrop url={crop} text={plate} size="large" />
      <SightingPicture url={picture} sighting={sighting} />
      <span>
        <PlateText text={plate} />
      </span>
      <span>{words(sighting.vehicle)}</span>
      <span className="quiet">
        <bdi>{cameraName}</bdi> · <time dateTime={capturedAt}>{format.dateTime(capturedAt)}</time>
      </span>
    </>
  );
}

/** What was seen beside what the registry says. */
function Contradiction({
  differences,
}: {
  differences: Extract<CloneSuspicion, { kind: 'registry-contradiction' }>['differences'];
}) {
  const { t } = useTranslation();
  const wordOf = (value: string) => {
    const object = OBJECT_CLASSES.find((name) => name === value);
    const colour = VEHICLE_COLOURS.find((name) => name === value);
    return object ? t(`object.${object}`) : colour ? t(`plates.colour.${colour}`) : value;
  };
  return (
    <>
      <Mark shape="diamond" tone="high">
        {t('plates.alert.cloneRegistry')}
      </Mark>
      <table className={classes.differences}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('plates.alert.cloneSeen')}</th>
            <th scope="col">{t('plates.alert.cloneRegistered')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ field, seen, registered }) => (
            <tr key={field}>
              <th scope="row">{t(`plates.alert.cloneField.${field}`)}</th>
              <td>
                <bdi>{wordOf(seen)}</bdi>
              </td>
              <td>
                <bdi>{wordOf(registered)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
