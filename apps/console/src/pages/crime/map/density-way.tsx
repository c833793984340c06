import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How incidents are spread: all as widely, more narrowly where there are more, or along roads. */
export const DENSITY_WAYS = ['plane', 'adaptive', 'roads'] as const;
export type DensityWay = (typeof DENSITY_WAYS)[number];

/** The settings of a density by which it is asked for. */
export const DENSITY_WAY_SETTINGS: Readonly<Record<DensityWay, object>> = {
  plane: {},
  adaptive: { bandwidth: { rule: 'adaptive' } },
  roads: { alongRoads: true },
};

/** Which of them the map shows. */
export function DensityWayChoice({
  way,
  onChange,
}: {
  way: DensityWay;
  onChange: (way: DensityWay) => void;
}) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('crimeMap.wayLabel')}
      value={way}
      onChange={(value) => onChange(DENSITY_WAYS.find((one) => one === value) ?? 'plane')}
      data={DENSITY_WAYS.map((one) => ({ value: one, label: t(`crimeMap.way.${one}`) }))}
    />
  );
}
