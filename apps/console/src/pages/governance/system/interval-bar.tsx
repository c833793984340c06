import classes from './system.module.css';

const WIDTH = 160;
const MIDDLE = 8;

/** A share from 0 to 1 with its interval, and a dashed line where it has to reach. The row says it in numbers. */
export function IntervalBar({
  value,
  low,
  high,
  aim,
}: {
  value: number;
  low: number;
  high: number;
  aim: number | null;
}) {
  const x = (share: number) => Math.min(Math.max(share, 0), 1) * (WIDTH - 8) + 4;
  return (
    <svg className={classes.interval} viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      <line x1={x(0)} x2={x(1)} y1={MIDDLE} y2={MIDDLE} />
      <line className={classes.reach} x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
      <circle cx={x(value)} cy={MIDDLE} r={3.5} />
      {aim !== null && <line className={classes.aim} x1={x(aim)} x2={x(aim)} y1={1} y2={15} />}
    </svg>
  );
}
