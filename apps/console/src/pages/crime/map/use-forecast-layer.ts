import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { cellRing } from '@amaan/contracts/crime/cell-lattice';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { forecastFeatures, middleOf } from '../layers/cell-features.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import { useQuestion } from '../question/question-of.ts';
import { useLongAnalysis } from '../run/use-analysis.ts';
import type { LayerModel } from './layer-model.ts';

const LISTED = 8;

/** The cells that a forecast marks for the days after the period, and whether it is worth more than counting. */
export function useForecastLayer(selection: IncidentSelection | null, opacity: number | null): LayerModel {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useCrimeLooks(useComputedColorScheme());
  const run = useLongAnalysis(useQuestion('forecast', opacity === null ? null : selection));
  const result = run.details?.result ?? null;
  const features = useMemo(() => (result === null ? null : forecastFeatures(result)), [result]);
  const describe = (place: number) =>
    result === null
      ? null
      : t('crimeMap.forecastCell', {
          rank: place + 1,
          expected: format.number(result.expected[place] ?? 0, 2),
          from: format.date(result.horizon.from),
          to: format.date(result.horizon.until),
        });
  return {
    ...{ name: 'forecast', run: run as LayerModel['run'], describe, formats: ['geojson', 'csv'] },
    drawn: features && {
      id: 'forecast',
      form: 'areas',
      opacity: opacity ?? 0,
      features,
      looks: looks.forecast,
    },
    legend:
      result === null
        ? null
        : {
            title: t('crimeMap.layer.forecast'),
            ...{ opacity: opacity ?? 0, form: 'marks' },
            entries: [
              {
                swatch: looks.forecast.marked!,
                label: t('crimeMap.forecastMark', {
                  count: result.expected.length,
                  from: format.date(result.horizon.from),
                  to: format.date(result.horizon.until),
                }),
              },
            ],
          },
    finding:
      result &&
      t(
        result.offered
          ? 'crimeMap.forecastOffered'
          : result.beatsBaseline
            ? 'crimeMap.forecastOtherwise'
            : 'crimeMap.forecastNotOffered',
      ),
    items:
      result?.expected.slice(0, LISTED).map((_, place) => ({
        text: describe(place)!,
        position: middleOf(cellRing(result.cells, place)),
      })) ?? [],
  };
}
