import { type Legend, legendStrength, type Swatch } from './legend.ts';
import classes from './legend-view.module.css';

/** What the colours of a layer mean, on the page. The ramp grows from left to right in every language. */
export function LegendView({ legend }: { legend: Legend }) {
  return (
    <figure className={classes.legend}>
      <figcaption>{legend.title}</figcaption>
      {legend.form === 'ramp' ? (
        <div dir="ltr">
          <div
            className={classes.ramp}
            style={{
              background: `linear-gradient(to right, ${legend.colours.join(', ')})`,
              opacity: legendStrength(legend),
            }}
            aria-hidden="true"
          />
          <div className={classes.ticks}>
            {legend.ticks.map(({ at, label }) => (
              <span
                key={at}
                dir="auto"
                data-end={at > 0.9 || undefined}
                data-start={at < 0.1 || undefined}
                style={{ left: `${at * 100}%` }}
              >
                {label}
              </span>
            ))}
          </div>
        </div>
      ) : (
        <ul className={classes.marks}>
          {legend.entries.map(({ swatch, label }) => (
            <li key={label}>
              <SwatchView swatch={swatch} strength={legendStrength(legend)} />
              {label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

function SwatchView({
  swatch: { fill, stroke, hatched, dashed, round, sign },
  strength,
}: {
  swatch: Swatch;
  /** 0–1. */
  strength: number;
}) {
  const shape = {
    fill: fill ?? 'none',
    fillOpacity: hatched ? 0.35 : 1,
    stroke: stroke ?? 'none',
    strokeWidth: 2,
    ...(dashed && { strokeDasharray: '3 2' }),
  };
  return (
    <svg className={classes.swatch} viewBox="0 0 14 14" style={{ opacity: strength }} aria-hidden="true">
      {round ? (
        <circle cx={7} cy={7} r={6} {...shape} />
      ) : (
        <rect x={1} y={1} width={12} height={12} {...shape} />
      )}
      {hatched && fill !== undefined && (
        <path d="M1 5 5 1M1 9 9 1M1 13 13 1M5 13l8-8M9 13l4-4" stroke={fill} strokeWidth={1.5} />
      )}
      {sign !== undefined && (
        <text x={7} y={10.5} textAnchor="middle" className={classes.sign}>
          {sign}
        </text>
      )}
    </svg>
  );
}
