import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { seriesQuery } from '../../../api/traffic.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import classes from './lanes.module.css';

const MINUTE_MS = 60_000;
/** So far back a minute is looked for: the last one comes a little after its end. */
const MINUTES_BACK = 4;

/** The newest minute of each lane that was stored; it renews itself as minutes come in. */
export function MinuteTable({
  cameraId,
  lanes,
  onOpen,
}: {
  cameraId: string;
  lanes: readonly TrafficLane[];
  onOpen: (laneId: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = Math.floor(useNow('ten-seconds') / MINUTE_MS) * MINUTE_MS;
  const period = {
    from: new Date(end - MINUTES_BACK * MINUTE_MS).toISOString(),
    to: new Date(end).toISOString(),
    step: '1m' as const,
  };
  const { data, error, isPending } = useQuery(seriesQuery(cameraId, period));
  const number = (value: number | null | undefined, digits = 0) =>
    value == null ? '–' : format.number(value, digits);
  return (
    <section className={classes.panel} aria-label={t('traffic.lastMinute')}>
      <h2>{t('traffic.lastMinute')}</h2>
      <ProblemLine error={error} />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('traffic.lane')}</th>
              <th scope="col">{t('traffic.levelTitle')}</th>
              <th scope="col">{t('traffic.axis.vehicles')}</th>
              <th scope="col">{t('traffic.axis.speed')}</th>
              <th scope="col">{t('traffic.axis.queueVehicles')}</th>
              <th scope="col">{t('traffic.axis.occupancy')}</th>
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ id, name, approach, speedLimitKmh }) => {
              const points = data?.find(({ laneId }) => laneId === id)?.points;
              const figures = points?.findLast((point) => point.figures !== null)?.figures;
              return (
                <tr key={id}>
                  <th scope="row">
                    <button type="button" className={classes.lane} onClick={() => onOpen(id)}>
                      <bdi>{name}</bdi>
                    </button>
                    <bdi className="quiet">{approach}</bdi>
                  </th>
                  {isPending ? (
                    <td colSpan={5}>
                      <Skeleton height={16} />
                    </td>
                  ) : !figures ? (
                    <td colSpan={5} className="quiet">
                      {t('traffic.notSeenLately')}
                    </td>
                  ) : (
                    <>
                      <td>
                        <LevelMark level={figures.levelOfService} wordless />
                      </td>
                      <td className="ltr">{format.number(figures.vehicles)}</td>
                      <td className="ltr">
                        {number(figures.speedKmh?.value)}
                        {figures.speedKmh?.error != null && ` ± ${format.number(figures.speedKmh.error, 1)}`}
                        {speedLimitKmh !== null && (
                          <span className="quiet"> / {format.number(speedLimitKmh)}</span>
                        )}
                      </td>
                      <td className="ltr">
                        {number(figures.queueVehicles?.max)}
                        {figures.queueMetres &&
                          ` (${t('traffic.unit.m', { value: format.number(figures.queueMetres.max) })})`}
                      </td>
                      <td className="ltr">
                        {figures.occupancy === null ? '–' : `${format.percent(figures.occupancy)} %`}
                      </td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
