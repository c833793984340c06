import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { boundsOf, CrimeMap } from '../layers/crime-map.tsx';
import type { AreaFeatures, AreaLook } from '../layers/drawn-layer.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import classes from './plans.module.css';

/** Cells that are visited, and those that were drawn to be left out. */
export function PlanMap({ plan }: { plan: DeploymentPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useCrimeLooks(useComputedColorScheme());
  const { cells, features, bounds } = useMemo(() => drawn(plan), [plan]);
  const own = useMemo(
    (): Readonly<Record<string, AreaLook>> => ({
      visited: { fill: looks.forecast.marked?.stroke ?? '#4cb3ff' },
      'left-out': { ...looks.stations.area, dashed: true, width: 2 },
    }),
    [looks],
  );
  const layers = useMemo(
    () => [{ id: 'plan', form: 'areas' as const, opacity: 0.7, features, looks: own }],
    [features, own],
  );
  return (
    <section aria-label={t('crimePlans.map')}>
      <div className={classes.map}>
        <CrimeMap
          layers={layers}
          labels={NO_LABELS}
          bounds={bounds}
          label={t('crimePlans.map')}
          simulated={plan.simulated}
          describe={(_, place) => {
            const one = cells[place];
            if (one === undefined) return null;
            if (one.visits === null) return t('crimePlans.leftOutCell');
            return t('crimePlans.cellSaid', {
              visits: format.number(one.visits),
              expected: format.number(one.expected, 2),
            });
          }}
        />
      </div>
      <p className={`${classes.legend} quiet`}>
        <span>
          <span
            className={classes.swatch}
            data-filled
            style={{ color: own.visited?.fill }}
            aria-hidden="true"
          />
          {t('crimePlans.visitedCells')}
        </span>
        <span>
          <span className={classes.swatch} style={{ color: own['left-out']?.stroke }} aria-hidden="true" />
          {t('crimePlans.leftOutCells')}
        </span>
      </p>
    </section>
  );
}

const NO_LABELS: never[] = [];

/** Each cell once, with the visits of all its shifts. */
function drawn({ visits, leftOut }: DeploymentPlan) {
  const byCell = new Map<
    number,
    { ring: DeploymentPlan['visits'][number]['ring']; visits: number; expected: number }
  >();
  for (const { cell, ring, visits: count, expected } of visits) {
    const before = byCell.get(cell) ?? { ring, visits: 0, expected: 0 };
    byCell.set(cell, { ring, visits: before.visits + count, expected: before.expected + expected });
  }
  const cells = [
    ...byCell.values(),
    ...leftOut.map(({ ring }) => ({ ring, visits: null as number | null, expected: 0 })),
  ];
  const features: AreaFeatures = {
    type: 'FeatureCollection',
    features: cells.map(({ ring, visits: count }, place) => ({
      type: 'Feature',
      properties: { place, mark: count === null ? 'left-out' : 'visited', sign: '' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  };
  return { cells, features, bounds: boundsOf(cells.flatMap(({ ring }) => ring)) };
}
