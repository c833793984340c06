import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { EMERGING_CLASSES } from '@amaan/contracts/crime/analysis-result';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EMERGING_SIGNS, type EmergingClass, emergingFeatures } from '../layers/cell-features.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import { useQuestion } from '../question/question-of.ts';
import { useAnalysis } from '../run/use-analysis.ts';
import type { LayerModel } from './layer-model.ts';

/** How hot and cold spots came, stayed or went. */
export function useEmergingLayer(selection: IncidentSelection | null, opacity: number | null): LayerModel {
  const { t } = useTranslation();
  const looks = useCrimeLooks(useComputedColorScheme());
  const run = useAnalysis(useQuestion('emerging', opacity === null ? null : selection));
  const result = run.details?.result ?? null;
  const features = useMemo(() => (result === null ? null : emergingFeatures(result)), [result]);
  const classes = EMERGING_CLASSES.filter((one): one is EmergingClass => one !== 'none');
  const counted = (temper: 'hot' | 'cold') =>
    classes
      .map((name) => ({ name, count: result?.[temper].filter((one) => one === name).length ?? 0 }))
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => ({
        swatch: { ...looks.marks[temper]!, sign: EMERGING_SIGNS[name] },
        label: t('crimeMap.counted', {
          what: t(temper === 'hot' ? 'crimeMap.emergingHot' : 'crimeMap.emergingCold', {
            word: t(`crimeMap.emerging.${name}`),
          }),
          count,
        }),
      }));
  const describe = (place: number) => {
    const [heat = 'none', chill = 'none'] = [result?.hot[place], result?.cold[place]];
    if (heat !== 'none') return t('crimeMap.emergingHot', { word: t(`crimeMap.emerging.${heat}`) });
    return chill === 'none' ? null : t('crimeMap.emergingCold', { word: t(`crimeMap.emerging.${chill}`) });
  };
  return {
    ...{ name: 'emerging', run: run as LayerModel['run'], describe, items: [], formats: ['geojson', 'csv'] },
    drawn: features && { id: 'emerging', form: 'areas', opacity: opacity ?? 0, features, looks: looks.marks },
    legend:
      result === null
        ? null
        : {
            title: t('crimeMap.layer.emerging'),
            ...{ opacity: opacity ?? 0, form: 'marks' },
            entries: [...counted('hot'), ...counted('cold')],
          },
    finding:
      result &&
      t('crimeMap.emergingFinding', {
        count: result.hot.filter((one) => one === 'new' || one === 'consecutive' || one === 'intensifying')
          .length,
      }),
  };
}
