import type { Light } from '@amaan/contracts/traffic/signal-decision';
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { measureLabel } from '../../../picture/measure-label.ts';
import type { GroupBars } from './plan-bars.ts';
import classes from './signal-diagram.module.css';

const ROW = 22;
const TOP = 22;
const MOST_NAME = 150;

/** How high the bar of a light is: what goes is high, what stops is a line, so that nobody needs the colours. */
const HEIGHTS: Record<Light, number> = { green: 14, yield: 14, yellow: 9, clearing: 9, red: 3 };

/** Signal groups over seconds, as bars; time runs from left to right in every language. */
export function SignalDiagram({
  label,
  rows,
  from,
  to,
  now,
  marks = [],
}: {
  /** What the diagram shows, for who cannot see it. */
  label: string;
  rows: readonly GroupBars[];
  /** Seconds at its left and right end. */
  from: number;
  to: number;
  /** The second that is now, where it is within. */
  now?: number | undefined;
  /** Seconds with a name, for example where a stage begins. */
  marks?: readonly { readonly at: number; readonly name: string }[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width } = useElementSize();
  const names = Math.min(
    MOST_NAME,
    width * 0.3,
    Math.max(40, ...rows.map(({ group }) => measureLabel(group.name).width)),
  );
  const plot = Math.max(0, width - names - 10);
  const x = (second: number) => names + ((second - from) / Math.max(1e-9, to - from)) * plot;
  const step = tickStep(to - from, plot);
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  const height = TOP + rows.length * ROW + 4;
  return (
    <div ref={ref} className={classes.diagram} dir="ltr">
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {ticks.map((at) => (
            <g key={at}>
              <line className={classes.tick} x1={x(at)} x2={x(at)} y1={TOP - 4} y2={height} />
              <text
                className={classes.number}
                x={x(at)}
                y={TOP - 8}
                textAnchor={at === to ? 'end' : 'middle'}
              >
                {format.number(at)}
              </text>
            </g>
          ))}
          {marks.map(({ at, name }) => (
            <line key={`${at} ${name}`} className={classes.mark} x1={x(at)} x2={x(at)} y1={TOP} y2={height}>
              <title>{name}</title>
            </line>
          ))}
          {rows.map(({ group, bars }, index) => {
            const middle = TOP + index * ROW + ROW / 2;
            return (
              <g key={group.id}>
                <text className={classes.name} x={0} y={middle} dominantBaseline="central">
                  {shortened(group.name, names)}
                  <title>{group.name}</title>
                </text>
                {bars.map((bar) => (
                  <rect
                    key={bar.from}
                    className={classes.bar}
                    data-light={bar.light}
                    x={x(bar.from)}
                    width={Math.max(0, x(bar.to) - x(bar.from))}
                    y={middle - HEIGHTS[bar.light] / 2}
                    height={HEIGHTS[bar.light]}
                  >
                    <title>
                      {t('signals.bar', {
                        group: group.name,
                        light: t(`signals.light.${bar.light}`),
                        from: format.number(bar.from),
                        to: format.number(bar.to),
                      })}
                    </title>
                  </rect>
                ))}
              </g>
            );
          })}
          {now !== undefined && (
            <line className={classes.now} x1={x(now)} x2={x(now)} y1={TOP - 4} y2={height} />
          )}
        </svg>
      )}
    </div>
  );
}

/** What the bars mean. */
export function LightLegend() {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend}>
      {(Object.keys(HEIGHTS) as Light[]).map((light) => (
        <li key={light}>
          <svg width={22} height={14} aria-hidden="true">
            <rect
              className={classes.bar}
              data-light={light}
              width={22}
              y={7 - HEIGHTS[light] / 2}
              height={HEIGHTS[light]}
            />
          </svg>
          {t(`signals.light.${light}`)}
        </li>
      ))}
    </ul>
  );
}

/** Seconds between ticks: a round number that leaves room for their figures. */
function tickStep(seconds: number, pixels: number): number {
  const least = (seconds * 48) / Math.max(1, pixels);
  return [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600].find((step) => step >= least) ?? 1200;
}

function shortened(name: string, pixels: number): string {
  const letters = Math.floor(pixels / 6.6);
  return name.length <= letters ? name : `${name.slice(0, Math.max(1, letters - 1))}…`;
}
