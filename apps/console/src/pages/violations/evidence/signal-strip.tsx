import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { measureLabel } from '../../../picture/measure-label.ts';
import classes from './signal-strip.module.css';
import type { StripLight, StripMoment } from './strip-view.ts';

const LABEL = 18;
const BAR = 30;
const TICKS = 20;

/** How high each light stands, so that nobody needs the colours: red is full, green is a line. */
const HEIGHTS: Record<StripLight['light'], number> = {
  ...{ red: BAR, clearing: 20, yellow: 20, yield: 10, green: 10, unknown: BAR },
};

/**
 * What the lights showed, with the moments of the vehicle on it. Time runs from left to right in every language; zero is
 * the first moment.
 */
export function SignalStrip({
  label,
  strip: { from, to, lights },
  moments,
}: {
  /** What the strip shows, for who cannot see it. */
  label: string;
  strip: { readonly from: number; readonly to: number; readonly lights: readonly StripLight[] };
  moments: readonly StripMoment[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width } = useElementSize();
  const zero = Math.min(...moments.map(({ at }) => at));
  const x = (at: number) => ((at - from) / (to - from)) * width;
  const step = tickStep((to - from) / 1_000, width);
  const ticks: number[] = [];
  for (let at = Math.ceil((from - zero) / 1_000 / step) * step; zero + at * 1_000 <= to; at += step)
    ticks.push(at);
  const top = moments.length * LABEL + 4;
  const height = top + BAR + TICKS;
  return (
    <div ref={ref} className={classes.strip} dir="ltr">
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {lights.map((each) => {
            const wide = x(each.to) - x(each.from);
            const word = t(`violations.evidence.light.${each.light}`);
            const bar = HEIGHTS[each.light];
            return (
              <g key={each.from}>
                <rect
                  className={classes.light}
                  data-light={each.light}
                  x={x(each.from)}
                  y={top + BAR - bar}
                  width={wide}
                  height={bar}
                />
                {bar > 10 && wide > measureLabel(word).width && (
                  <text
                    className={classes.word}
                    data-light={each.light}
                    x={x(each.from) + 8}
                    y={top + BAR - bar / 2}
                    dominantBaseline="central"
                  >
                    {word}
                  </text>
                )}
                <title>{word}</title>
              </g>
            );
          })}
          {ticks.map((at) => (
            <g key={at}>
              <line
                className={classes.tick}
                x1={x(zero + at * 1_000)}
                x2={x(zero + at * 1_000)}
                y1={top + BAR}
                y2={top + BAR + 4}
              />
              {/* Half a figure at an edge would be read as another one. */}
              {Math.min(x(zero + at * 1_000), width - x(zero + at * 1_000)) > 10 && (
                <text className={classes.number} x={x(zero + at * 1_000)} y={height - 4} textAnchor="middle">
                  {format.number(at)}
                </text>
              )}
            </g>
          ))}
          {moments.map(({ name, at, errorMs }, index) => {
            const text = `${name} ${t('violations.seconds', { value: format.number((at - zero) / 1_000, 2) })}`;
            const wide = measureLabel(text).width;
            // The first label hangs to the left of its line and the others to the right, where there is room.
            const left = index === 0 ? x(at) > wide : x(at) + wide > width;
            return (
              <g key={name}>
                <rect
                  className={classes.error}
                  x={x(at - errorMs)}
                  width={Math.max(1, x(at + errorMs) - x(at - errorMs))}
                  y={top}
                  height={BAR}
                />
                <line
                  className={classes.moment}
                  x1={x(at)}
                  x2={x(at)}
                  y1={index * LABEL + 2}
                  y2={top + BAR}
                />
                <text
                  className={classes.name}
                  x={x(at) + (left ? -6 : 6)}
                  y={index * LABEL + 12}
                  textAnchor={left ? 'end' : 'start'}
                >
                  {text}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

/** Seconds between ticks: a round number that leaves room for their figures. */
function tickStep(seconds: number, pixels: number): number {
  const least = (seconds * 40) / Math.max(1, pixels);
  return [1, 2, 5, 10, 20].find((step) => step >= least) ?? 30;
}
