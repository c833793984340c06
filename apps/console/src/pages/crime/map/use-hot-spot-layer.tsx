import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { HotSpotResult } from '@amaan/contracts/crime/analysis-result';
import { cellRing } from '@amaan/contracts/crime/cell-lattice';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { hotSpotFeatures, middleOf } from '../layers/cell-features.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import { useQuestion } from '../question/question-of.ts';
import { useAnalysis } from '../run/use-analysis.ts';
import type { LayerModel } from './layer-model.ts';
import { SPOT_CELLS, SpotCellsChoice, type SpotShape } from './spot-cells.tsx';

const LISTED = 8;

/** Cells with more or fewer incidents around them than chance explains. */
export function useHotSpotLayer(selection: IncidentSelection | null, opacity: number | null): LayerModel {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useCrimeLooks(useComputedColorScheme());
  const [shape, setShape] = useState<SpotShape>('square');
  const { cells } = SPOT_CELLS[shape];
  const question = useQuestion('hot-spots', opacity === null ? null : selection, { cells });
  const run = useAnalysis(question);
  const result = run.details?.result ?? null;
  const features = useMemo(() => (result === null ? null : hotSpotFeatures(result)), [result]);
  const describe = (place: number) => {
    if (result === null) return null;
    return t('crimeMap.hotSpotCell', {
      mark: t(`crimeMap.mark.${result.marks[place] ?? 'none'}`),
      incidents: format.number(result.counts[place] ?? 0, 1),
      z: format.number(result.z[place] ?? 0, 2),
      q: format.number(result.q[place] ?? 1, 3),
    });
  };
  return {
    ...{ name: 'hot-spots', run: run as LayerModel['run'], describe, formats: ['geojson', 'csv'] },
    choices: <SpotCellsChoice shape={shape} onChange={setShape} />,
    drawn: features && {
      id: 'hot-spots',
      form: 'areas',
      opacity: opacity ?? 0,
      features,
      looks: looks.marks,
    },
    legend:
      result === null
        ? null
        : {
            title: t('crimeMap.hotSpotTitle'),
            ...{ opacity: opacity ?? 0, form: 'marks' },
            entries: (['hot', 'cold'] as const).map((mark) => ({
              swatch: looks.marks[mark]!,
              label: t('crimeMap.counted', {
                what: t(`crimeMap.mark.${mark}`),
                count: countOf(result, mark),
              }),
            })),
          },
    finding:
      result && t('crimeMap.hotSpotFinding', { count: countOf(result, 'hot'), all: result.marks.length }),
    items:
      result === null
        ? []
        : hottest(result).map((place) => ({
            text: describe(place)!,
            position: middleOf(cellRing(result.cells, place)),
          })),
  };
}

const countOf = ({ marks }: HotSpotResult, mark: HotSpotResult['marks'][number]) =>
  marks.filter((one) => one === mark).length;

/** The marked cells that stand out most. */
function hottest({ marks, z }: HotSpotResult): number[] {
  return marks
    .map((mark, place) => ({ mark, place, z: z[place] ?? 0 }))
    .filter(({ mark }) => mark === 'hot')
    .toSorted((a, b) => b.z - a.z)
    .slice(0, LISTED)
    .map(({ place }) => place);
}
