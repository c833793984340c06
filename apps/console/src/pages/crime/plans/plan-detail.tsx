import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { crimeKey } from '../../../api/crime.ts';
import { evaluatePlan, planQuery } from '../../../api/crime-plans.ts';
import frame from '../../../components/list-detail.module.css';
import { OpenThing } from '../../../components/open-thing.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { AreaShares } from './area-shares.tsx';
import { BoundEffects } from './bound-effects.tsx';
import { EvaluationView } from './evaluation-view.tsx';
import { PlanDecisionPanel } from './plan-decision-panel.tsx';
import { PlanMap } from './plan-map.tsx';
import { PlanStateMark } from './plan-marks.tsx';
import { PlanNotes } from './plan-notes.tsx';
import classes from './plans.module.css';
import { usePlanDays } from './use-plan-days.ts';
import { VisitTable } from './visit-table.tsx';

/** One plan: what it would cover, where the visits are, what the bounds changed, the decision, and how it went. */
export function PlanDetail({ id, siteName, onClose }: { id: string; siteName: string; onClose: () => void }) {
  const query = useQuery(planQuery(id));
  return (
    <OpenThing query={query} onClose={onClose}>
      {(plan) => <OpenPlan plan={plan} siteName={siteName} />}
    </OpenThing>
  );
}

function OpenPlan({ plan, siteName }: { plan: DeploymentPlan; siteName: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = usePlanDays();
  const { state, visits, expectedCovered, expectedCoveredUnbounded, unplaced, input } = plan;
  const all = visits.reduce((sum, one) => sum + one.visits, 0);
  return (
    <div className={classes.view}>
      <header className={frame.heading}>
        <h1>{days(plan)}</h1>
        <PlanStateMark state={state} />
        {plan.simulated && <SimulatedMark />}
      </header>
      <div className={classes.facts}>
        <span>
          {t('crimePlans.visitsOf', { count: all, number: format.number(all), minutes: input.visitMinutes })}
        </span>
        <span>
          {t('crimePlans.coverage', {
            expected: format.number(expectedCovered, 1),
            unbounded: format.number(expectedCoveredUnbounded, 1),
          })}
        </span>
        {unplaced > 0 && (
          <span>{t('crimePlans.unplaced', { count: unplaced, number: format.number(unplaced) })}</span>
        )}
      </div>
      <p className="quiet">
        {t('crimePlans.plannedBy', { name: plan.plannedBy, time: format.dateTime(plan.plannedAt) })}{' '}
        <span dir="auto">{input.note}</span>
      </p>
      <PlanDecisionPanel plan={plan} />
      <Evaluation plan={plan} />
      <PlanMap plan={plan} />
      <BoundEffects plan={plan} />
      {plan.areas.length > 0 && <AreaShares plan={plan} />}
      <VisitTable plan={plan} name={siteName} />
      <PlanNotes notes={plan.notes} />
    </div>
  );
}

function Evaluation({ plan }: { plan: DeploymentPlan }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const now = useNow('ten-seconds');
  const evaluate = useMutation({
    mutationFn: () => evaluatePlan(plan.id),
    onSuccess: (changed) => {
      queryClient.setQueryData(planQuery(plan.id).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: [...crimeKey, 'plans'] });
    },
  });
  if (plan.evaluation !== null) return <EvaluationView siteId={plan.siteId} evaluation={plan.evaluation} />;
  if (plan.state !== 'approved') return null;
  const isOver = Date.parse(plan.until) <= now;
  return (
    <section aria-labelledby="plan-evaluation" className={classes.part}>
      <h2 id="plan-evaluation">{t('crimePlans.evaluation')}</h2>
      <p className="prose quiet">{t(isOver ? 'crimePlans.evaluateHint' : 'crimePlans.notOver')}</p>
      <ProblemLine error={evaluate.error} />
      {isOver && may('crime-plan.evaluate') && (
        <Button
          size="xs"
          style={{ justifySelf: 'start' }}
          loading={evaluate.isPending}
          onClick={() => evaluate.mutate()}
        >
          {t('crimePlans.evaluate')}
        </Button>
      )}
    </section>
  );
}
