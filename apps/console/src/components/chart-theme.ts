import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

/**
 * Okabe & Ito's colours, which people of every colour vision tell apart (Color Universal Design, 2008), in an
 * order in which neighbours differ most. Their yellow is left out: it vanishes on white.
 */
export const SERIES_COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'] as const;
/** The same on a dark ground, where its blue is too dark for 3 : 1 and goes last. */
const SERIES_COLOURS_ON_DARK = ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#0072b2'] as const;

/** The colours of the page, as values that a canvas understands. */
export interface ChartTheme {
  readonly series: readonly string[];
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly critical: string;
  readonly high: string;
  readonly medium: string;
  readonly low: string;
  readonly good: string;
  readonly font: string;
}

/** Follows the colour scheme. */
export function useChartTheme(): ChartTheme {
  const scheme = useComputedColorScheme();
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return {
      series: scheme === 'dark' ? SERIES_COLOURS_ON_DARK : SERIES_COLOURS,
      text: token('text'),
      quiet: token('quiet'),
      line: token('line'),
      surface: token('surface'),
      critical: token('critical'),
      high: token('high'),
      medium: token('medium'),
      low: token('low'),
      good: token('good'),
      font: '"Inter Variable", "Noto Naskh Arabic", sans-serif',
    };
  }, [scheme]);
}
