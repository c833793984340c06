import type { DriftView } from '@amaan/contracts/monitoring-views';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** The same limits as `PSI_READING` of the system: custom readings, named so in the documentation. */
const LOOK = 0.1;
const SHIFTED = 0.25;
/** Below it a p-value is only written as smaller. */
const SMALLEST_P = 0.001;

/** One distribution, now and in the reference, as shares of each. */
export function DriftChart({ drift }: { drift: DriftView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bins, psi, ks, ordered, metric } = drift;
  const what = t(`monitoring.metric.${metric}`);
  const names = [t('monitoring.axis.reference'), t('monitoring.axis.present')];
  const [reference, present] = names;
  const unit = t('monitoring.axis.share');
  const option = useCallback((): EChartsCoreOption => {
    const shares = sharesOf(bins);
    return {
      legend: { show: true },
      xAxis: { type: 'category', data: bins.map(({ label }) => label) },
      yAxis: { type: 'value', name: unit },
      series: [
        { type: 'bar', name: reference, data: shares.map((one) => one.reference) },
        { type: 'bar', name: present, data: shares.map((one) => one.present) },
      ],
    };
  }, [bins, reference, present, unit]);
  const title =
    psi.state === 'known'
      ? `${t(readingOf(psi.value), { what })} ${t('monitoring.finding.psi', {
          value: format.confidence(psi.value),
          low: format.confidence(psi.low),
          high: format.confidence(psi.high),
        })}${
          ks === null
            ? ordered
              ? ''
              : ` ${t('monitoring.finding.noKs')}`
            : ` \u2066${t('monitoring.finding.ks', {
                distance: format.confidence(ks.distance),
                p: ks.p < SMALLEST_P ? `< ${format.number(SMALLEST_P, 3)}` : `= ${format.number(ks.p, 3)}`,
              })}\u2069`
        }`
      : t('monitoring.finding.noDrift', {
          what,
          number: format.number(psi.count),
          needed: format.number(psi.needed),
        });
  return (
    <Chart
      title={title}
      option={option}
      table={{
        columns: [t('monitoring.axis.bin'), ...names.map((name) => `${name} (${unit})`)],
        rows: sharesOf(bins).map((one) => [one.label, one.reference, one.present]),
      }}
    />
  );
}

function readingOf(value: number) {
  if (value >= SHIFTED) return 'monitoring.finding.shifted';
  return value >= LOOK ? 'monitoring.finding.look' : 'monitoring.finding.same';
}

/** Percent of each side in each bin, to a tenth. */
function sharesOf(bins: DriftView['bins']): { label: string; reference: number; present: number }[] {
  const sum = (side: 'reference' | 'present') =>
    Math.max(
      1,
      bins.reduce((total, bin) => total + bin[side], 0),
    );
  const [reference, present] = [sum('reference'), sum('present')];
  const share = (count: number, total: number) => Math.round((count / total) * 1000) / 10;
  return bins.map((bin) => ({
    label: bin.label,
    reference: share(bin.reference, reference),
    present: share(bin.present, present),
  }));
}
