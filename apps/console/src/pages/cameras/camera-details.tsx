import type { Camera } from '@amaan/contracts/camera';
import { Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../format/relative-time.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './camera-page.module.css';

const PlaceMap = lazy(() =>
  import('../../map/place-map.tsx').then(({ PlaceMap }) => ({ default: PlaceMap })),
);

/** The figures of a camera, and where it stands. */
export function CameraDetails({ camera }: { camera: Camera }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, position } = camera;
  return (
    <section className={classes.details} aria-labelledby="camera-details">
      <h2 id="camera-details">{t('cameras.details')}</h2>
      <div className={classes.columns}>
        <dl className={classes.facts}>
          <Fact name={t('cameras.source')}>
            <span className="mono ltr">{camera.displayUrl}</span>
          </Fact>
          <Fact name={t('cameras.analysisRate')}>{format.number(camera.analysisRate, 1)}</Fact>
          <Fact name={t('cameras.readsPlates')}>
            {t(camera.readsPlates ? 'cameras.platesRead' : 'cameras.platesNotRead')}
          </Fact>
          {status && (
            <>
              <Fact name={t('cameras.rate')}>{format.number(status.framesPerSecond, 1)}</Fact>
              <Fact name={t('cameras.dropped')} hint={t('cameras.droppedHint')}>
                {format.number(status.framesDropped)}
              </Fact>
              {status.width > 0 && (
                <Fact name={t('cameras.resolution')}>
                  <span className="ltr">
                    {status.width} × {status.height}
                  </span>
                </Fact>
              )}
              <Fact name={t('cameras.state')}>
                {t('cameras.since', { when: format.dateTime(status.since) })}
              </Fact>
              {status.lastFrameAt && (
                <Fact name={t('cameras.lastFrame')}>
                  <RelativeTime instant={status.lastFrameAt} />
                </Fact>
              )}
            </>
          )}
          {position && (
            <Fact name={t('cameras.position')}>
              <span className="ltr">
                {position[0]}, {position[1]}
              </span>
            </Fact>
          )}
        </dl>
        {position && (
          <Suspense fallback={<Skeleton height={180} />}>
            <PlaceMap position={position} label={camera.name} simulated={camera.simulated} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

function Fact({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt className="quiet" title={hint}>
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
