import type { CellChoice } from '@amaan/contracts/crime/cell-choice';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

/** The cells that hot spots are looked for in, each with about how wide it is in metres. */
export const SPOT_CELLS = {
  square: { metres: 500, cells: { shape: 'square', metres: 500 } },
  hexagon: { metres: 320, cells: { shape: 'hexagon', resolution: 9 } },
} as const satisfies Record<CellChoice['shape'], { metres: number; cells: CellChoice }>;
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
