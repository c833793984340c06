import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { CELLS } from '../forecasts/forecast-search.ts';

/** The cells that hot spots are looked for in. */
export const SPOT_CELLS = { square: CELLS['square-500'], hexagon: CELLS['hexagon-9'] } as const;
export type SpotShape = keyof typeof SPOT_CELLS;
const SHAPES = Object.keys(SPOT_CELLS) as SpotShape[];

/** Which of them the map shows. */
export function SpotCellsChoice({
  shape,
  onChange,
}: {
  shape: SpotShape;
  onChange: (shape: SpotShape) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('crimeForecasts.cells')}
      value={shape}
      onChange={(value) => onChange(SHAPES.find((one) => one === value) ?? 'square')}
      data={SHAPES.map((one) => ({
        value: one,
        label: t(`crimeForecasts.cellsOf.${one}`, { metres: format.number(SPOT_CELLS[one].metres) }),
      }))}
    />
  );
}
