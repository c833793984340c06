import type { ServicePerformance } from '@amaan/contracts/performance';
import type { CallPerformance } from '@amaan/contracts/service/call-performance';
import { Skeleton } from '@mantine/core';
import { IconClockHour4, IconPhoneCall } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { performanceQuery } from '../../../api/performance.ts';
import { callPerformanceQuery, type ServiceSelection } from '../../../api/service-calls.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { CallTable } from './call-table.tsx';
import { PartTable } from './part-table.tsx';
import classes from './performance.module.css';
import { PhaseCards } from './phase-cards.tsx';
import { ServiceChart } from './service-chart.tsx';

/** Alerts and emergency calls side by side. */
export function FiguresView({ selection }: { selection: ServiceSelection }) {
  const { t } = useTranslation();
  const alerts = useQuery(performanceQuery(selection.days, selection.simulated));
  const calls = useQuery(callPerformanceQuery(selection));
  return (
    <div className={classes.sides}>
      <section className={classes.side} aria-labelledby="side-alerts">
        <h2 id="side-alerts">{t('service.alerts')}</h2>
        {alerts.error && !alerts.data ? (
          <ProblemNotice error={alerts.error} onRetry={() => void alerts.refetch()} />
        ) : alerts.data === undefined ? (
          <Skeleton height={360} />
        ) : alerts.data.alerts === 0 ? (
          <EmptyNotice
            icon={<IconClockHour4 />}
            title={t('performance.none')}
            hint={t('performance.noneHint')}
          />
        ) : (
          <Alerts performance={alerts.data} />
        )}
      </section>
      <section className={classes.side} aria-labelledby="side-calls">
        <h2 id="side-calls">{t('service.calls')}</h2>
        {calls.error && !calls.data ? (
          <ProblemNotice error={calls.error} onRetry={() => void calls.refetch()} />
        ) : calls.data === undefined ? (
          <Skeleton height={360} />
        ) : calls.data.calls === 0 ? (
          <EmptyNotice
            icon={<IconPhoneCall />}
            title={t('service.noCalls')}
            hint={t('service.noCallsHint')}
          />
        ) : (
          <Calls performance={calls.data} />
        )}
      </section>
    </div>
  );
}

function Alerts({ performance }: { performance: ServicePerformance }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('performance.alerts', { count: performance.alerts })}</p>
      <PhaseCards
        phases={performance.whole.map((figures) => ({
          ...figures,
          title: t(`performance.phase.${figures.phase}`),
          hint: t(`performance.phaseHint.${figures.phase}`),
          target: performance.settings.targets[figures.phase],
        }))}
      />
      <section className={classes.panel}>
        <ServiceChart performance={performance} />
      </section>
      <PartTable parts={performance.parts} />
    </>
  );
}

function Calls({ performance }: { performance: CallPerformance }) {
  const { t } = useTranslation();
  const { calls, withoutUnit, backwards, whole, settings, parts } = performance;
  return (
    <>
      <p className="quiet">
        {t('service.callCount', { count: calls })}
        {withoutUnit > 0 && ` ${t('service.withoutUnit', { count: withoutUnit })}`}
        {backwards > 0 && ` ${t('service.backwards', { count: backwards })}`}
      </p>
      <PhaseCards
        phases={whole.map((figures) => ({
          ...figures,
          title: t(`service.phase.${figures.phase}`),
          hint: t(`service.phaseHint.${figures.phase}`),
          target: settings.calls[figures.phase],
          atWorst: figures.missing > 0 ? figures.withinTargetAtWorst : null,
        }))}
      />
      <CallTable parts={parts} />
    </>
  );
}
