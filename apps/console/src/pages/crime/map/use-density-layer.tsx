import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { useState } from 'react';
import { useQuestion } from '../question/question-of.ts';
import { useAnalysis } from '../run/use-analysis.ts';
import { DENSITY_WAY_SETTINGS, type DensityWay, DensityWayChoice } from './density-way.tsx';
import type { LayerModel } from './layer-model.ts';
import { useDensityPicture } from './use-density-picture.ts';
import { useDensityWords } from './use-density-words.ts';

/** Density of incidents as a picture on the map. @param opacity 0–1; null: it is not shown, and not computed */
export function useDensityLayer(selection: IncidentSelection | null, opacity: number | null): LayerModel {
  const words = useDensityWords();
  const [way, setWay] = useState<DensityWay>('plane');
  const run = useAnalysis(
    useQuestion('density', opacity === null ? null : selection, DENSITY_WAY_SETTINGS[way]),
  );
  const result = run.details?.result ?? null;
  const picture = useDensityPicture(result, opacity ?? 0);
  return {
    ...{ name: 'density', run: run as LayerModel['run'], items: [], formats: ['csv'] },
    ...{ drawn: picture?.drawn ?? null, legend: picture?.legend ?? null },
    choices: <DensityWayChoice way={way} onChange={setWay} />,
    finding: result && words(result),
    describe: () => null,
  };
}
