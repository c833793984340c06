import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { cssColour, densityColour } from '../layers/crime-colours.ts';
import { boundsOf, CrimeMap } from '../layers/crime-map.tsx';
import type { AreaFeatures, AreaLook } from '../layers/drawn-layer.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import { useBoundaryLayer } from '../map/use-boundary-layer.ts';
import classes from './plans.module.css';
import { stepOf, visitSteps } from './visit-steps.ts';

/** Cells that are visited, by how often, those that were drawn to be left out, and the station areas. */
export function PlanMap({ plan }: { plan: DeploymentPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ground = useComputedColorScheme();
  const looks = useCrimeLooks(ground);
  const stations = useBoundaryLayer(plan.siteId, STATION_OPACITY);
  const { cells, features, bounds, steps } = useMemo(() => drawn(plan), [plan]);
  const own = useMemo(
    (): Readonly<Record<string, AreaLook>> => ({
      ...Object.fromEntries(
        steps.map((_, step) => [
          visitedMark(step),
          { fill: cssColour(densityColour((step + 1) / steps.length, ground)) },
        ]),
      ),
      'left-out': { ...looks.stations.area, dashed: true, width: 1.5 },
    }),
    [looks, steps, ground],
  );
  const layers = useMemo(
    () => [
      ...(stations.drawn === null ? [] : [stations.drawn]),
      { id: 'plan', form: 'areas' as const, opacity: 0.75, features, looks: own },
    ],
    [stations.drawn, features, own],
  );
  return (
    <section aria-label={t('crimePlans.map')}>
      <div className={classes.map}>
        <CrimeMap
          layers={layers}
          labels={stations.labels}
          bounds={bounds}
          label={t('crimePlans.map')}
          simulated={plan.simulated}
          describe={(layer, place) => {
            if (layer !== 'plan') return stations.describe(place);
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
        {steps.map((most, step) => (
          <span key={most}>
            <span
              className={classes.swatch}
              data-filled
              style={{ color: own[visitedMark(step)]?.fill }}
              aria-hidden="true"
            />
            {t('crimePlans.visitsUpTo', { count: most })}
          </span>
        ))}
        <span>
          <span className={classes.swatch} style={{ color: own['left-out']?.stroke }} aria-hidden="true" />
          {t('crimePlans.leftOutCells')}
        </span>
      </p>
    </section>
  );
}

const STATION_OPACITY = 0.6;

const visitedMark = (step: number) => `visited-${step}`;

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
  const steps = visitSteps([...byCell.values()].map(({ visits: count }) => count));
  const cells = [
    ...byCell.values(),
    ...leftOut.map(({ ring }) => ({ ring, visits: null as number | null, expected: 0 })),
  ];
  const features: AreaFeatures = {
    type: 'FeatureCollection',
    features: cells.map(({ ring, visits: count }, place) => ({
      type: 'Feature',
      properties: { place, mark: count === null ? 'left-out' : visitedMark(stepOf(count, steps)), sign: '' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  };
  return { cells, features, steps, bounds: boundsOf(cells.flatMap(({ ring }) => ring)) };
}
