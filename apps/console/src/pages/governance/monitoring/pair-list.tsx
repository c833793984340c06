import type { Figure, MonitoringMetric } from '@amaan/contracts/monitoring';
import type { MonitoredPair } from '@amaan/contracts/monitoring-views';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FigureText, UNIT_OF_METRIC } from './figure-text.tsx';
import classes from './monitoring.module.css';

/** What a row shows of a pair; the rest is one click away. */
const COLUMNS = ['latency-p95', 'override-rate'] as const satisfies readonly MonitoringMetric[];

/** Every AI system on every camera group. What fires is on top. */
export function PairList({ pairs }: { pairs: readonly MonitoredPair[] }) {
  const { t } = useTranslation();
  const order = { firing: 0, ok: 1, 'not-enough-data': 2 };
  const sorted = pairs.toSorted(
    (a, b) =>
      order[a.state] - order[b.state] ||
      a.system.localeCompare(b.system) ||
      a.groupName.localeCompare(b.groupName),
  );
  return (
    <div>
      <div className={`${classes.pair} ${classes.head}`} aria-hidden="true">
        <span>{t('monitoring.systemAndGroup')}</span>
        <span>{t('monitoring.state')}</span>
        <span>{t('monitoring.volume')}</span>
        {COLUMNS.map((metric) => (
          <span key={metric}>{t(`monitoring.metric.${metric}`)}</span>
        ))}
        <span>{t('monitoring.largestDrift')}</span>
      </div>
      <ul className={classes.pairs}>
        {sorted.map((pair) => (
          <li key={`${pair.system} ${pair.groupId} ${pair.simulated}`}>
            <PairRow pair={pair} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PairRow({ pair }: { pair: MonitoredPair }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figureOf = (metric: MonitoringMetric) =>
    pair.figures.find((one) => one.metric === metric)?.figure ?? null;
  return (
    <Link
      className={classes.pair}
      to="/governance/monitoring"
      search={{
        system: pair.system,
        group: pair.groupId,
        ...(pair.simulated && { source: 'simulated' as const }),
      }}
    >
      <span className={classes.name}>
        <strong className="ltr">{pair.system}</strong>
        <span className="quiet">
          {pair.siteName} · {pair.groupName}
        </span>
        {pair.simulated && <SimulatedMark />}
      </span>
      <StateMark state={pair.state} />
      <span>
        <span className={classes.label}>{t('monitoring.volume')}</span>
        <span className="ltr">{format.number(pair.volume)}</span>
      </span>
      {COLUMNS.map((metric) => (
        <Cell
          key={metric}
          label={t(`monitoring.metric.${metric}`)}
          metric={metric}
          figure={figureOf(metric)}
        />
      ))}
      <Cell label={t('monitoring.largestDrift')} metric="brightness-drift" figure={largestDrift(pair)} />
      {pair.firing.length > 0 && (
        <span className={classes.firing}>
          {pair.firing
            .map(({ name, since }) => t('monitoring.firingSince', { name, at: format.dateTime(since) }))
            .join(' · ')}
        </span>
      )}
    </Link>
  );
}

function Cell({ label, metric, figure }: { label: string; metric: MonitoringMetric; figure: Figure | null }) {
  return (
    <span>
      <span className={classes.label}>{label}</span>
      {figure === null ? '–' : <FigureText figure={figure} unit={UNIT_OF_METRIC[metric]} />}
    </span>
  );
}

export function StateMark({ state }: { state: MonitoredPair['state'] }) {
  const { t } = useTranslation();
  const word = t(`monitoring.stateWord.${state}`);
  if (state === 'firing')
    return (
      <Mark shape="triangle" tone="critical">
        {word}
      </Mark>
    );
  return (
    <Mark shape={state === 'ok' ? 'circle' : 'diamond'} tone={state === 'ok' ? 'good' : 'quiet'}>
      {word}
    </Mark>
  );
}

/** The drift with the highest index among those that can be said. */
function largestDrift({ figures }: MonitoredPair): Figure | null {
  const drifts = figures.filter(({ metric }) => metric.endsWith('-drift')).map(({ figure }) => figure);
  const known = drifts.filter((figure) => figure.state === 'known').sort((a, b) => b.value - a.value);
  return known[0] ?? drifts[0] ?? null;
}
