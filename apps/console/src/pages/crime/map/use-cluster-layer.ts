import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { CrimeCluster } from '@amaan/contracts/crime/analysis-result';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { clusterFeatures } from '../layers/cell-features.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import { useQuestion } from '../question/question-of.ts';
import { useLongAnalysis } from '../run/use-analysis.ts';
import type { LayerModel } from './layer-model.ts';

/** Clusters with a greater p may be chance. */
const ALPHA = 0.05;

/** Places and times with more incidents than expected, as circles with their rank. */
export function useClusterLayer(selection: IncidentSelection | null, opacity: number | null): LayerModel {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useCrimeLooks(useComputedColorScheme());
  const run = useLongAnalysis(useQuestion('clusters', opacity === null ? null : selection));
  const result = run.details?.result ?? null;
  const features = useMemo(() => (result === null ? null : clusterFeatures(result, ALPHA)), [result]);
  const words = ({ from, until, observed, expected, p, radiusMetres }: CrimeCluster, place: number) =>
    [
      t('crimeMap.cluster', {
        rank: place + 1,
        observed: format.number(observed),
        expected: format.number(expected, 1),
      }),
      from !== null &&
        until !== null &&
        t('crime.between', { from: format.date(from), to: format.date(until) }),
      t('crimeMap.radius', { metres: format.number(radiusMetres) }),
      t('crime.p', { p: format.number(p, 3) }),
    ]
      .filter(Boolean)
      .join(' · ');
  const describe = (place: number) => {
    const cluster = result?.clusters[place];
    return cluster ? words(cluster, place) : null;
  };
  const found = features?.features.map(({ properties }) => properties.place) ?? [];
  return {
    ...{ name: 'clusters', run: run as LayerModel['run'], describe, formats: ['geojson', 'csv'] },
    drawn: features && {
      id: 'clusters',
      form: 'areas',
      opacity: opacity ?? 0,
      features,
      looks: looks.clusters,
    },
    legend:
      result === null
        ? null
        : {
            title: t('crimeMap.layer.clusters'),
            ...{ opacity: opacity ?? 0, form: 'marks' },
            entries: [
              { swatch: { ...looks.clusters.cluster!, sign: '1' }, label: t('crimeMap.clusterMark') },
            ],
          },
    finding: result && t('crimeMap.clusterFinding', { count: found.length, alpha: format.number(ALPHA, 2) }),
    items: found.map((place) => ({ text: describe(place)!, position: result!.clusters[place]!.centre })),
  };
}
