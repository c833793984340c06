import type { CustomSeriesRenderItem } from 'echarts/types/dist/shared';
import type { ChartTheme } from './chart-theme.ts';

export interface IntervalPoint {
  /** Place on the horizontal axis. */
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const CAP = 4;

/** Points with their intervals as whiskers; axes are the caller's. */
export function intervalChart(theme: ChartTheme, name: string, points: readonly IntervalPoint[]) {
  const colour = theme.series[0]!;
  const whisker: CustomSeriesRenderItem = (_parameters, api) => {
    const [x = 0, low = 0] = api.coord([api.value(0), api.value(2)]);
    const [, high = 0] = api.coord([api.value(0), api.value(3)]);
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style: { stroke: colour, lineWidth: 1.5 },
    });
    return {
      type: 'group',
      children: [line(x, low, x, high), line(x - CAP, low, x + CAP, low), line(x - CAP, high, x + CAP, high)],
    };
  };
  const data = points.map(({ at, value, low, high }) => [at, value, low, high]);
  return {
    tooltip: { trigger: 'item', renderMode: 'richText' as const },
    series: [
      { type: 'custom', name, renderItem: whisker, encode: { x: 0, y: [2, 3] }, data, silent: true },
      { type: 'scatter', name, symbolSize: 9, itemStyle: { color: colour }, encode: { x: 0, y: 1 }, data },
    ],
  };
}
