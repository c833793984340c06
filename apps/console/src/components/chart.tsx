import { Button } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './chart.module.css';
import { type ChartTheme, useChartTheme } from './chart-theme.ts';

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  ScatterChart,
  TooltipComponent,
  VisualMapComponent,
]);

/** What the chart shows, in rows. A number is written in the page's language; null is a gap. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ChartProps {
  /** The finding, in one sentence: `Half of the alerts are acknowledged within 40 s`. */
  readonly title: string;
  /** Axes (with units in their names) and series; colours, font and grid come from the theme. */
  readonly option: (theme: ChartTheme) => EChartsCoreOption;
  readonly table: ChartTable;
  /** Pixels; 240 when left out. */
  readonly height?: number;
  /** Marks beside the title, for example SIMULATED. */
  readonly marks?: ReactNode;
}

/**
 * A chart whose title says the finding and whose data is a table, one click away. Time runs from left to
 * right in every language. `option` should be stable (`useCallback`), since a new one draws anew.
 */
export function Chart({ title, option, table, height = 240, marks }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.heading}>
        <h3>{title}</h3>
        {marks}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={
            asTable ? (
              <IconChartLine size={16} aria-hidden="true" />
            ) : (
              <IconTable size={16} aria-hidden="true" />
            )
          }
          onClick={() => setAsTable((before) => !before)}
        >
          {asTable ? t('monitoring.chart.asChart') : t('monitoring.chart.asTable')}
        </Button>
      </figcaption>
      {asTable ? <Rows table={table} /> : <Canvas title={title} option={option} height={height} />}
    </figure>
  );
}

function Canvas({ title, option, height }: Required<Pick<ChartProps, 'title' | 'option' | 'height'>>) {
  const theme = useChartTheme();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const themed = useMemo(() => withTheme(option(theme), theme), [option, theme]);
  useEffect(() => {
    if (host.current === null) return;
    const drawn = init(host.current, null, { renderer: 'canvas' });
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(host.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.setOption(themed, { notMerge: true }), [themed]);
  return (
    <div ref={host} className={classes.canvas} style={{ height }} dir="ltr" role="img" aria-label={title} />
  );
}

/** What all charts share. What the option says itself wins. */
function withTheme(option: EChartsCoreOption, theme: ChartTheme): EChartsCoreOption {
  const axis = {
    // To the end of its axis, so that a long name is not cut off on the other side.
    nameTextStyle: { color: theme.quiet, align: 'left' },
    axisLabel: { color: theme.quiet, hideOverlap: true },
    axisLine: { lineStyle: { color: theme.line } },
    splitLine: { lineStyle: { color: theme.line } },
  };
  const axes = (own: unknown) =>
    own === undefined
      ? {}
      : Array.isArray(own)
        ? own.map((one) => ({ ...axis, ...one }))
        : { ...axis, ...own };
  // Below the axis: above it, it would lie on the axis' name where the chart is narrow.
  const legend = {
    show: false,
    bottom: 0,
    textStyle: { color: theme.text },
    ...(option.legend as { show?: boolean } | undefined),
  };
  return {
    animation: false,
    color: [...theme.series],
    textStyle: { fontFamily: theme.font, color: theme.text },
    // Drawn on the canvas, so that no text from outside ever becomes HTML.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.text, fontFamily: theme.font },
    },
    ...option,
    legend,
    grid: {
      left: 12,
      right: 16,
      top: 32,
      bottom: legend.show ? 32 : 8,
      containLabel: true,
      ...(option.grid as object | undefined),
    },
    xAxis: axes(option.xAxis),
    yAxis: axes(option.yAxis),
  };
}

function Rows({ table }: { table: ChartTable }) {
  const format = useFormat();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own.
            <tr key={index}>
              {row.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                  key={column}
                  className={typeof cell === 'number' ? classes.number : undefined}
                >
                  {typeof cell === 'number' ? format.number(cell, 3) : (cell ?? '–')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
