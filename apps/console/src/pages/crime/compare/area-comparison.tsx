import type { AnalysisPeriod, IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { ComparisonResult } from '@amaan/contracts/crime/analysis-result';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import type { AreaFeatures } from '../layers/drawn-layer.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import type { Legend } from '../picture/legend.ts';
import { MapPicture, type PictureSite } from '../picture/map-picture.tsx';
import { useQuestion } from '../question/question-of.ts';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import { type ResultDetails, useAnalysis } from '../run/use-analysis.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { RatioChart } from './ratio-chart.tsx';
import { useRatioWords } from './use-ratio-words.ts';

const CELL_METRES = 1000;

/** Rates of two periods, area by area. */
export function AreaComparison({
  selection,
  before,
  by,
  site,
}: {
  selection: IncidentSelection;
  before: AnalysisPeriod;
  by: 'boundaries' | 'cells';
  site: PictureSite;
}) {
  const { t } = useTranslation();
  const question = useQuestion('comparison', selection, {
    before,
    areas: by === 'cells' ? { by, metres: CELL_METRES } : { by },
  });
  const run = useAnalysis(question);
  return (
    <AnalysisFrame
      run={run}
      height={420}
      about={{ title: t('crimeCompare.title'), hint: t('crimeCompare.hint') }}
    >
      {(result, details) => <Found result={result} details={details} by={by} site={site} />}
    </AnalysisFrame>
  );
}

function Found({
  result,
  details,
  by,
  site,
}: {
  result: ComparisonResult;
  details: ResultDetails;
  by: 'boundaries' | 'cells';
  site: PictureSite;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRatioWords();
  const looks = useCrimeLooks(useComputedColorScheme());
  const { areas, total } = result;
  const features = useMemo((): AreaFeatures => changeFeatures(areas), [areas]);
  const legend: Legend = {
    title: t('crimeCompare.legend'),
    opacity: 0.6,
    form: 'marks',
    entries: (['more', 'fewer', 'none'] as const).map((change) => ({
      swatch: looks.change[change]!,
      label: t('crimeMap.counted', {
        what: t(`crimeCompare.change.${change}`),
        count: areas.filter((area) => area.change === change).length,
      }),
    })),
  };
  return (
    <MapPicture
      site={site}
      details={details}
      name={`${site.name}-comparison`}
      title={words.total(total)}
      hint={t('crimeCompare.counts', {
        before: format.number(total.before),
        after: format.number(total.after),
        p: format.number(total.p, 3),
      })}
      legends={[legend]}
      formats={['geojson', 'csv']}
      layers={[{ id: 'change', form: 'areas', opacity: 0.6, features, looks: looks.change }]}
      describe={(_, place) => (areas[place] ? words.area(areas[place]) : null)}
    >
      {by === 'boundaries' && <RatioChart areas={areas} simulated={details.simulated} />}
      <ComparisonTable areas={areas} />
    </MapPicture>
  );
}

function changeFeatures(areas: ComparisonResult['areas']): AreaFeatures {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ ring, change }, place) => ({
      type: 'Feature',
      properties: { place, mark: change, sign: '' },
      geometry: { type: 'Polygon', coordinates: [[...ring]] },
    })),
  };
}
