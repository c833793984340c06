import type { Sighting } from '@amaan/contracts/plates/sighting';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sightingImageUrl } from '../../api/plates.ts';
import { Mark } from '../../components/mark.tsx';
import { SightingPlate } from '../../components/plate-text.tsx';
import { Confidence, SimulatedMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import { PlateCrop } from '../../picture/plate-crop.tsx';
import { betweenSightings, FASTEST_ROAD_SPEED } from './between-sightings.ts';
import classes from './sighting-detail.module.css';
import { SightingPicture } from './sighting-picture.tsx';
import { useFormatName } from './use-format-name.ts';
import { useMeasures } from './use-measures.ts';

/** Two sightings side by side, the earlier one first: is it the same vehicle, and could it have been at both? */
export function CompareDialog({
  first,
  second,
  onClose,
}: {
  first: Sighting;
  second: Sighting;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const formatName = useFormatName();
  const format = useFormat();
  const pair =
    first.capturedAt <= second.capturedAt ? ([first, second] as const) : ([second, first] as const);
  const rows: readonly (readonly [label: string, of: (sighting: Sighting) => ReactNode, same: boolean])[] = [
    [
      t('plates.compare.plate'),
      (sighting) => <SightingPlate sighting={sighting} />,
      same(({ corrected, reading }) => corrected ?? reading.text),
    ],
    [
      t('plates.sighting.confidence'),
      ({ reading }) => <Confidence value={reading.confidence} />,
      same(({ reading }) => reading.confidence),
    ],
    [
      t('plates.sighting.format'),
      ({ reading }) => formatName(reading.format),
      same(({ reading }) => reading.format),
    ],
    [
      t('plates.vehicle'),
      ({ vehicle }) => (vehicle.class === null ? t('plates.unknownVehicle') : t(`object.${vehicle.class}`)),
      same(({ vehicle }) => vehicle.class),
    ],
    [
      t('plates.colourLabel'),
      ({ vehicle }) => (vehicle.colour === null ? '–' : t(`plates.colour.${vehicle.colour}`)),
      same(({ vehicle }) => vehicle.colour),
    ],
    [
      t('plates.sighting.heading'),
      ({ vehicle }) => (vehicle.heading === null ? '–' : t(`plates.heading.${vehicle.heading}`)),
      same(({ vehicle }) => vehicle.heading),
    ],
    [
      t('plates.sighting.camera'),
      ({ cameraName }) => <bdi>{cameraName}</bdi>,
      same(({ cameraId }) => cameraId),
    ],
    [
      t('plates.times'),
      ({ capturedAt }) => format.dateTime(capturedAt),
      same(({ capturedAt }) => capturedAt),
    ],
  ];
  const verdictOf = (isSame: boolean) => t(isSame ? 'plates.compare.same' : 'plates.compare.differs');
  function same(of: (sighting: Sighting) => unknown): boolean {
    return of(pair[0]) === of(pair[1]);
  }
  return (
    <Modal opened onClose={onClose} size="64rem" title={t('plates.compare.title')}>
      <div className={classes.compare}>
        <BetweenFacts pair={pair} />
        <div className={classes.pair}>
          {pair.map((sighting) => (
            <div key={sighting.id} className={classes.side}>
              <PlateCrop
                url={sightingImageUrl(sighting, 'crop')}
                text={sighting.corrected ?? sighting.reading.text}
                size="large"
              />
              <SightingPicture url={sightingImageUrl(sighting, 'picture')} sighting={sighting} />
              {sighting.simulated && (
                <span>
                  <SimulatedMark />
                </span>
              )}
            </div>
          ))}
        </div>
        <table className={classes.table}>
          <thead>
            <tr>
              <th aria-label={t('plates.compare.swap')} />
              <th scope="col">{t('plates.compare.first')}</th>
              <th scope="col">{t('plates.compare.second')}</th>
              <th className={classes.verdict} />
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, of, isSame]) => (
              <tr key={label}>
                <th scope="row">
                  {label}
                  <span className={classes.under}>{verdictOf(isSame)}</span>
                </th>
                <td>{of(pair[0])}</td>
                <td>{of(pair[1])}</td>
                <td className={`${classes.verdict} quiet`}>{verdictOf(isSame)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}

function BetweenFacts({ pair: [a, b] }: { pair: readonly [Sighting, Sighting] }) {
  const { t } = useTranslation();
  const measures = useMeasures();
  const { seconds, metres, speed } = betweenSightings(a, b);
  const impossible = speed !== null && speed > FASTEST_ROAD_SPEED;
  return (
    <div className={classes.between}>
      <Fact label={t('plates.compare.apart')}>
        {seconds === 0 ? t('plates.compare.once') : measures.seconds(seconds)}
      </Fact>
      <Fact label={`${t('plates.compare.distance')} (${t('plates.compare.crow')})`}>
        {metres === null
          ? t('plates.compare.noPosition')
          : a.cameraId === b.cameraId
            ? t('plates.compare.samePlace')
            : measures.distance(metres)}
      </Fact>
      {speed !== null && speed > 0 && (
        <Fact label={t('plates.compare.speed')}>
          {Number.isFinite(speed) ? measures.speed(speed) : t('plates.compare.once')}
        </Fact>
      )}
      {impossible && (
        <Mark shape="circle" tone="critical">
          {t('plates.compare.tooFast')}
        </Mark>
      )}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl>
      <dt>{label}</dt>
      <dd>
        <strong>{children}</strong>
      </dd>
    </dl>
  );
}
