import type { MonitoringOverview } from '@amaan/contracts/monitoring-views';
import { Button, Skeleton } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { monitoringQuery } from '../../../api/monitoring.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { GroundTruthView } from './ground-truth-view.tsx';
import classes from './monitoring.module.css';
import { MonitoringDetailView } from './monitoring-detail-view.tsx';
import { PairList } from './pair-list.tsx';
import { RuleList } from './rule-list.tsx';

const route = getRouteApi('/shell/governance/monitoring');

/** How the AI systems do, each on each camera group; the rules that judge them; and whether anybody watches. */
export function MonitoringPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { view, system, group, source } = search;
  const { data, error, refetch } = useQuery(monitoringQuery);
  const open = system !== undefined && group !== undefined;
  const back = view !== undefined || open;
  const words = { rules: 'monitoring.rules', truth: 'monitoring.truth.title' } as const;
  const hints = { rules: 'monitoring.rulesHint', truth: 'monitoring.truth.hint' } as const;
  return (
    <GovernanceFrame
      title={t(view === undefined ? 'monitoring.title' : words[view])}
      hint={t(view === undefined ? 'monitoring.hint' : hints[view])}
      actions={
        back ? (
          <Button variant="default" component={Link} to="/governance/monitoring">
            {t('monitoring.toOverview')}
          </Button>
        ) : (
          (['truth', 'rules'] as const).map((name) => (
            <Button
              key={name}
              variant="default"
              renderRoot={(props) => <Link to="/governance/monitoring" search={{ view: name }} {...props} />}
            >
              {t(words[name])}
            </Button>
          ))
        )
      }
    >
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={360} />
      ) : (
        <>
          <WatchLine overview={data} />
          {view === 'rules' ? (
            <RuleList />
          ) : view === 'truth' ? (
            <GroundTruthView />
          ) : open ? (
            <MonitoringDetailView place={{ system, groupId: group, simulated: source === 'simulated' }} />
          ) : data.pairs.length === 0 ? (
            <EmptyNotice
              icon={<IconActivity />}
              title={t('monitoring.empty')}
              hint={t('monitoring.emptyHint')}
            />
          ) : (
            <PairList pairs={data.pairs} />
          )}
        </>
      )}
    </GovernanceFrame>
  );
}

/** Whether monitoring itself runs. It is always on top, so that a gap cannot be overlooked. */
function WatchLine({ overview }: { overview: MonitoringOverview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { latestRun, gap, disabledRules } = overview;
  return (
    <>
      {gap && (
        <p className={`${classes.notice} prose`} role="alert">
          {latestRun === null
            ? t('monitoring.neverRan')
            : t('monitoring.gap', { at: format.dateTime(latestRun.finishedAt) })}
        </p>
      )}
      <div className={classes.bar}>
        {latestRun !== null && (
          <>
            <Mark shape="circle" tone={gap ? 'critical' : 'good'}>
              {t('monitoring.lastRun', { at: format.clock(new Date(latestRun.finishedAt)) })}
            </Mark>
            <span className="quiet">
              {t('monitoring.runCounts', {
                rules: format.number(latestRun.rules),
                checks: format.number(latestRun.checks),
                missing: format.number(latestRun.notEnoughData),
              })}
            </span>
            {latestRun.firing > 0 && (
              <Mark shape="triangle" tone="critical">
                {t('monitoring.firing', { count: latestRun.firing })}
              </Mark>
            )}
          </>
        )}
        {disabledRules > 0 && (
          <Mark shape="square" tone="high">
            {t('monitoring.disabled', { count: disabledRules })}
          </Mark>
        )}
      </div>
    </>
  );
}
