import type { FlowProperties } from '@amaan/contracts/traffic/api-lanes';
import { LEVELS_OF_SERVICE } from '@amaan/contracts/traffic/lane-measures';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import classes from './corridors.module.css';

/** A table of thousands of rows is no table. */
const ROWS_FIRST = 50;

/** Approaches as they are now, the worst first; those of which nothing is known last. */
export function FlowTable({ approaches }: { approaches: readonly FlowProperties[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const sorted = worstFirst(approaches);
  const shown = all ? sorted : sorted.slice(0, ROWS_FIRST);
  const number = (value: number | null, digits = 0) => (value === null ? '–' : format.number(value, digits));
  return (
    <section className={classes.panel}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('traffic.approach')}</th>
              <th scope="col">{t('traffic.levelTitle')}</th>
              <th scope="col">{t('traffic.axis.flow')}</th>
              <th scope="col">{t('traffic.axis.speed')}</th>
              <th scope="col">{t('traffic.axis.queue')}</th>
              <th scope="col">{t('traffic.axis.delay')}</th>
              <th scope="col">{t('traffic.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={`${one.cameraId} ${one.approach}`}>
                <th scope="row">
                  <Link
                    to="/traffic/lanes/$cameraId"
                    params={{ cameraId: one.cameraId }}
                    search={{ approach: one.approach }}
                    className={classes.link}
                  >
                    <bdi>{one.approach}</bdi>
                  </Link>{' '}
                  <bdi className="quiet">{one.cameraName}</bdi> {one.simulated && <SimulatedMark />}
                </th>
                <td>
                  <LevelMark level={one.levelOfService} />
                </td>
                <td className="ltr">{number(one.flowVehPerHour)}</td>
                <td className="ltr">{number(one.speedKmh)}</td>
                <td className="ltr">{number(one.queueMetres)}</td>
                <td className="ltr">{number(one.delaySeconds)}</td>
                <td className="ltr">{format.percent(one.coverage)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < sorted.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('traffic.showAll', { count: sorted.length })}
        </Button>
      )}
    </section>
  );
}

/** By level from F to A, then by delay, then by flow. */
export function worstFirst(approaches: readonly FlowProperties[]): FlowProperties[] {
  const badness = ({ levelOfService, delaySeconds, flowVehPerHour }: FlowProperties) => [
    levelOfService === null ? -1 : LEVELS_OF_SERVICE.indexOf(levelOfService),
    delaySeconds ?? -1,
    flowVehPerHour ?? -1,
  ];
  return approaches.toSorted((a, b) => {
    const [left, right] = [badness(a), badness(b)];
    const differs = left.findIndex((value, index) => value !== right[index]);
    return differs < 0 ? a.approach.localeCompare(b.approach) : right[differs]! - left[differs]!;
  });
}
