import type { DeploymentPlanSummary } from '@amaan/contracts/crime/deployment-plan';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconPointer, IconRoute2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { plansQuery } from '../../../api/crime-plans.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CrimeFrame } from '../crime-frame.tsx';
import { NoSiteNotice } from '../question/crime-page-body.tsx';
import { useCrimeSite } from '../use-crime-site.ts';
import { PlanDetail } from './plan-detail.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanStateMark } from './plan-marks.tsx';
import type { PlanSearch } from './plan-search.ts';
import { usePlanDays } from './use-plan-days.ts';

const route = getRouteApi('/shell/crime/plans');
/** In place of a forecast's identifier: one is still to be chosen. */
const CHOOSE = 'choose';

/** Plans of visits to places at the start side; at the end side the open one, or one that is being made. */
export function PlansPage() {
  const site = useCrimeSite();
  return (
    <CrimeFrame>{site === undefined ? <NoSiteNotice /> : <PlansView key={site.id} site={site} />}</CrimeFrame>
  );
}

function PlansView({ site }: { site: { readonly id: string; readonly name: string } }) {
  const { t } = useTranslation();
  const may = useMay();
  const { plan, forecast } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(plansQuery(site.id));
  const open = (changes: PlanSearch) => void navigate({ search: () => changes, replace: true });
  const begin = may('crime-plan.propose') && (
    <Button
      size="xs"
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={() => open({ forecast: CHOOSE })}
    >
      {t('crimePlans.make')}
    </Button>
  );
  return (
    <div className={frame.page} data-open={plan !== undefined || forecast !== undefined || undefined}>
      <section className={frame.list} aria-label={t('crimePlans.title')}>
        <header className={frame.heading}>
          <h1 className={frame.grow}>{t('crimePlans.title')}</h1>
          {begin}
        </header>
        <p className="prose quiet">{t('crimePlans.hint')}</p>
        {error && data === undefined ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <Skeleton height={84} />
        ) : data.length === 0 ? (
          <EmptyNotice icon={<IconRoute2 />} title={t('crimePlans.none')} hint={t('crimePlans.noneHint')} />
        ) : (
          data.map((one) => <PlanCard key={one.id} plan={one} chosen={one.id === plan} />)
        )}
      </section>
      <section className={frame.detail}>
        {forecast !== undefined ? (
          <PlanForm
            key={forecast}
            siteId={site.id}
            forecastId={forecast === CHOOSE ? null : forecast}
            onClose={() => open({})}
            onMade={(id) => open({ plan: id })}
          />
        ) : plan !== undefined ? (
          <PlanDetail key={plan} id={plan} siteName={site.name} onClose={() => open({})} />
        ) : (
          <EmptyNotice icon={<IconPointer />} title={t('crimePlans.choose')} action={begin || null} />
        )}
      </section>
    </div>
  );
}

function PlanCard({ plan, chosen }: { plan: DeploymentPlanSummary; chosen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = usePlanDays();
  const { id, state, expectedCovered, simulated, plannedBy } = plan;
  return (
    <Link to="/crime/plans" search={{ plan: id }} className={frame.item} data-chosen={chosen || undefined}>
      <strong>{days(plan)}</strong>
      <span className={`${parts.facts} quiet`}>
        <span>{t('crimePlans.covers', { expected: format.number(expectedCovered, 1) })}</span>
        <bdi>{plannedBy}</bdi>
      </span>
      <span className={parts.facts}>
        <PlanStateMark state={state} />
        {simulated && <SimulatedMark />}
      </span>
    </Link>
  );
}
