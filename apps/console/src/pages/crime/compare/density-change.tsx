import type { AnalysisPeriod, IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { DensityResult } from '@amaan/contracts/crime/analysis-result';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useDensityPicture } from '../map/use-density-picture.ts';
import { MapPicture, type PictureSite } from '../picture/map-picture.tsx';
import { useQuestion } from '../question/question-of.ts';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import { type ResultDetails, useAnalysis } from '../run/use-analysis.ts';

const OPACITY = 0.8;

/** How the density changed from one period to the other. */
export function DensityChange({
  selection,
  before,
  site,
}: {
  selection: IncidentSelection;
  before: AnalysisPeriod;
  site: PictureSite;
}) {
  const { t } = useTranslation();
  const run = useAnalysis(useQuestion('density', selection, { against: before }));
  return (
    <AnalysisFrame
      run={run}
      height={420}
      about={{ title: t('crimeCompare.title'), hint: t('crimeCompare.hint') }}
    >
      {(result, details) => <Found result={result} details={details} site={site} />}
    </AnalysisFrame>
  );
}

function Found({
  result,
  details,
  site,
}: {
  result: DensityResult;
  details: ResultDetails;
  site: PictureSite;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const picture = useDensityPicture(result, OPACITY);
  if (picture === null) return null;
  const { raster, bandwidthMetres } = result;
  return (
    <MapPicture
      site={site}
      details={details}
      name={`${site.name}-density-change`}
      title={t('crimeCompare.densityFinding', {
        most: format.number(Math.exp(raster.maximum), 1),
        least: format.number(Math.exp(raster.minimum), 1),
      })}
      hint={t('crimeCompare.densityHint', { metres: format.number(bandwidthMetres) })}
      legends={[picture.legend]}
      formats={['csv']}
      layers={[picture.drawn]}
      describe={() => null}
    />
  );
}
