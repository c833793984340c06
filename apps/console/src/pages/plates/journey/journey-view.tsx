import type { Journey, JourneyLeg } from '@amaan/contracts/plates/journey';
import { Skeleton } from '@mantine/core';
import { IconMapOff, IconRoute, IconSearch } from '@tabler/icons-react';
import { Fragment, lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sightingImageUrl } from '../../../api/plates.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Mark } from '../../../components/mark.tsx';
import { PlateText, SightingPlate } from '../../../components/plate-text.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { LEG_KINDS } from '../../../map/route-layers.ts';
import { PlateCrop } from '../../../picture/plate-crop.tsx';
import frame from '../found-frame.module.css';
import { useVehicleWords } from '../sighting-facts.tsx';
import { useMeasures } from '../use-measures.ts';
import { kindOfLeg, legsOnMap, stopsOnMap } from './journey-on-map.ts';
import classes from './journey-page.module.css';

const RouteMap = lazy(() =>
  import('../../../map/route-map.tsx').then(({ RouteMap }) => ({ default: RouteMap })),
);

const LEGENDS = {
  road: 'legendRoute',
  straight: 'legendStraight',
  gap: 'legendGap',
  impossible: 'legendImpossible',
} as const;

/** The stops of a journey as a list and on the map, with what lies between them in words. */
export function JourneyView({
  journey,
  pending,
  error,
  stale,
  onRetry,
}: {
  journey: Journey | undefined;
  pending: boolean;
  error: Error | null;
  stale: boolean;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  if (error) return <ProblemNotice error={error} onRetry={onRetry} />;
  if (pending)
    return (
      <div className={frame.columns} aria-busy="true">
        <div className={classes.loading}>
          <Skeleton height={60} />
          <Skeleton height={60} />
          <Skeleton height={60} />
        </div>
        <Skeleton height="100%" />
      </div>
    );
  if (journey === undefined)
    return (
      <EmptyNotice
        icon={<IconRoute />}
        title={t('plates.journey.start')}
        hint={t('plates.journey.startHint')}
      />
    );
  if (journey.sightings.length === 0)
    return (
      <EmptyNotice
        icon={<IconMapOff />}
        title={t('plates.journey.empty')}
        hint={t('plates.journey.emptyHint')}
        action={
          <LinkButton
            variant="default"
            to="/plates/search"
            search={{ plate: journey.plate, tolerance: '1' }}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
          >
            {t('plates.journey.searchMisread')}
          </LinkButton>
        }
      />
    );
  return <FoundJourney journey={journey} stale={stale} />;
}

function FoundJourney({ journey, stale }: { journey: Journey; stale: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useVehicleWords();
  const [chosen, setChosen] = useState<string>();
  const legs = useMemo(() => legsOnMap(journey), [journey]);
  const stops = useMemo(
    () =>
      stopsOnMap(
        journey,
        ({ capturedAt, cameraName }, number) => `${number} · ${format.dateTime(capturedAt)} · ${cameraName}`,
      ),
    [journey, format],
  );
  const legFrom = useMemo(() => new Map(journey.legs.map((leg) => [leg.fromId, leg])), [journey]);
  const critical = new Set(stops.filter(({ tone }) => tone === 'critical').map(({ id }) => id));
  const drawn = LEG_KINDS.filter((kind) => legs.some((leg) => leg.kind === kind));

  useEffect(() => {
    if (chosen !== undefined) document.getElementById(`stop-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <div className={frame.columns}>
      <section className={frame.side} aria-label={t('plates.journey.title')}>
        <div className={frame.summary} role="status">
          <PlateText text={journey.plate} />
          <strong>{t('plates.journey.stops', { count: journey.sightings.length })}</strong>
          {stale && <p className={frame.warning}>{t('plates.search.again')}</p>}
        </div>
        <ol className={frame.list}>
          {journey.sightings.map((sighting, index) => {
            const leg = legFrom.get(sighting.id);
            return (
              <Fragment key={sighting.id}>
                <li>
                  <button
                    type="button"
                    id={`stop-${sighting.id}`}
                    className={classes.stop}
                    aria-pressed={sighting.id === chosen}
                    onClick={() => setChosen(sighting.id)}
                  >
                    <span
                      className={`${classes.number} ltr`}
                      data-critical={critical.has(sighting.id) || undefined}
                    >
                      {format.number(index + 1)}
                    </span>
                    <PlateCrop url={sightingImageUrl(sighting, 'crop')} text={journey.plate} />
                    <span className={frame.words}>
                      <bdi className="cut">{sighting.cameraName}</bdi>
                      <time dateTime={sighting.capturedAt} title={format.utc(sighting.capturedAt)}>
                        {format.dateTime(sighting.capturedAt)}
                      </time>
                      <span className={`${frame.facts} quiet`}>
                        {(sighting.corrected ?? sighting.reading.text) !== journey.plate && (
                          <SightingPlate sighting={sighting} />
                        )}
                        <span>{words(sighting.vehicle)}</span>
                        {sighting.simulated && <SimulatedMark />}
                      </span>
                    </span>
                  </button>
                </li>
                {leg && (
                  <li className={classes.leg} data-kind={leg.metres === 0 ? 'same' : kindOfLeg(leg)}>
                    <LegWords leg={leg} />
                  </li>
                )}
              </Fragment>
            );
          })}
        </ol>
      </section>
      <div className={`${frame.map} ${classes.first}`}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <RouteMap
            stops={stops}
            legs={legs}
            chosen={chosen}
            label={t('plates.journey.mapLabel', { plate: journey.plate })}
            onChoose={setChosen}
          />
        </Suspense>
        {drawn.length > 0 && (
          <ul className={classes.legend} aria-label={t('plates.journey.legend')}>
            {drawn.map((kind) => (
              <li key={kind} data-kind={kind}>
                {t(`plates.journey.${LEGENDS[kind]}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** What lies between two stops: how long, how far, how fast; what no road speed explains, and says so. */
function LegWords({ leg }: { leg: JourneyLeg }) {
  const { t } = useTranslation();
  const measures = useMeasures();
  const span = measures.seconds(leg.seconds);
  const distance = leg.metres === null ? null : measures.distance(leg.metres);
  if (leg.impossible && distance !== null)
    return (
      <>
        <Mark shape="circle" tone="critical">
          {leg.speed === null || leg.seconds === 0
            ? t('plates.journey.impossibleAtOnce', { distance })
            : t('plates.journey.impossible', { distance, span, speed: measures.speed(leg.speed) })}
        </Mark>
        <p className="quiet">{t('plates.journey.impossibleHint')}</p>
      </>
    );
  if (leg.gap)
    return (
      <Mark shape="square" tone="quiet">
        {t('plates.journey.gap', { span })}
      </Mark>
    );
  if (leg.metres === 0) return <span className="quiet">{t('plates.journey.again', { span })}</span>;
  if (distance === null) return <span className="quiet">{span}</span>;
  return (
    <span className="quiet">
      {leg.speed === null || leg.speed === 0
        ? t('plates.journey.leg', { span, distance })
        : t('plates.journey.legSpeed', { span, distance, speed: measures.speed(leg.speed) })}{' '}
      · {leg.onRoads ? t('plates.journey.likely') : t('plates.journey.straight')}
    </span>
  );
}
