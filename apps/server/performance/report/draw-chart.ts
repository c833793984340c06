import type { ControlChart } from '@amaan/contracts/service/control-chart';
import { type BilingualPages, english, FULL, LEFT, LINE, QUIET } from '../../pdf/bilingual-pages.ts';

const HEIGHT = 132;
const AXIS = 34;
/** Okabe and Ito's colours that stay apart in grey. */
const POINTS = '#0072B2';
const LIMITS = '#999999';
const SIGNAL = '#D55E00';

/** Draws a control chart of shares over the whole width: points, centre, limits, and signs of change as larger squares. */
export function drawChart(pages: BilingualPages, { points, centre }: ControlChart): void {
  const { document, type } = pages;
  const top = pages.y + 4;
  const known = points.flatMap(({ value, lower, upper }) =>
    [value, lower, upper].filter((one) => one !== null),
  );
  const low = Math.max(0, Math.min(1, ...known) - 0.02);
  const high = Math.min(1, Math.max(0, ...known) + 0.02);
  const x = (index: number) => LEFT + AXIS + ((index + 0.5) * (FULL - AXIS)) / Math.max(1, points.length);
  const y = (value: number) => top + HEIGHT - ((value - low) / Math.max(1e-9, high - low)) * HEIGHT;
  document
    .rect(LEFT + AXIS, top, FULL - AXIS, HEIGHT)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
  for (const value of [low, (low + high) / 2, high])
    type.write(
      `${Math.round(value * 100)}\u00a0%`,
      { x: LEFT, y: y(value) - 6, width: AXIS - 6 },
      english(7.5, { colour: QUIET, align: 'end' }),
    );
  const line = (of: (index: number) => number | null, colour: string, width: number) => {
    let isDrawing = false;
    for (let index = 0; index < points.length; index++) {
      const value = of(index);
      if (value === null) isDrawing = false;
      else {
        if (isDrawing) document.lineTo(x(index), y(value));
        else document.moveTo(x(index), y(value));
        isDrawing = true;
      }
    }
    document.lineWidth(width).strokeColor(colour).stroke();
  };
  line((index) => points[index]!.lower, LIMITS, 0.8);
  line((index) => points[index]!.upper, LIMITS, 0.8);
  if (centre !== null) line(() => centre, LIMITS, 0.5);
  line((index) => points[index]!.value, POINTS, 1.1);
  for (const [index, { value, signals }] of points.entries()) {
    if (value === null) continue;
    if (signals.length === 0) document.circle(x(index), y(value), 1.6).fill(POINTS);
    else document.rect(x(index) - 3, y(value) - 3, 6, 6).fill(SIGNAL);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first !== undefined && last !== undefined) {
    const day = (at: string) => at.slice(0, 10);
    const style = english(7.5, { colour: QUIET });
    type.write(day(first.from), { x: LEFT + AXIS, y: top + HEIGHT + 2, width: 80 }, style);
    type.write(
      day(last.from),
      { x: LEFT + FULL - 80, y: top + HEIGHT + 2, width: 80 },
      { ...style, align: 'end' },
    );
  }
  pages.y = top + HEIGHT + 16;
}

/** How high a chart is with its axis, in points. */
export const CHART_HEIGHT = HEIGHT + 20;
