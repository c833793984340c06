import type { DeploymentPlan, PlanDecision } from '@amaan/contracts/crime/deployment-plan';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { crimeKey } from '../../../api/crime.ts';
import { decidePlan, planQuery } from '../../../api/crime-plans.ts';
import { AnswerChoice, AnswerChoices } from '../../../components/answer-choices.tsx';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './plans.module.css';

const LEAST_LETTERS = 3;

/** The question to a supervisor, or what was decided. */
export function PlanDecisionPanel({ plan }: { plan: DeploymentPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { decidedAt, decidedBy, decisionNote, state } = plan;
  if (state !== 'proposed')
    return (
      <section className={parts.panel}>
        <strong>{t(`crimePlans.state.${state}`)}</strong>
        {decidedAt !== null && (
          <span className="quiet">
            {t('crimePlans.decidedBy', { name: decidedBy ?? '', time: format.dateTime(decidedAt) })}
          </span>
        )}
        {decisionNote !== null && <q dir="auto">{decisionNote}</q>}
      </section>
    );
  if (!may('crime-plan.approve')) return <p className="prose quiet">{t('crimePlans.waits')}</p>;
  return <DecisionForm plan={plan} />;
}

function DecisionForm({ plan }: { plan: DeploymentPlan }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [decision, setDecision] = useState<PlanDecision['decision'] | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = note.trim().length < LEAST_LETTERS;
  const decide = useMutation({
    mutationFn: (body: PlanDecision) => decidePlan(plan.id, body),
    onSuccess: (changed) => {
      queryClient.setQueryData(planQuery(plan.id).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: [...crimeKey, 'plans'] });
    },
  });
  return (
    <form
      className={`${parts.panel} ${classes.form}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (decision !== null && !isShort) decide.mutate({ decision, note: note.trim() });
      }}
    >
      <AnswerChoices legend={t('crimePlans.question')}>
        {(['approve', 'reject'] as const).map((each) => (
          <AnswerChoice
            key={each}
            group="plan-decision"
            value={each}
            chosen={decision === each}
            disabled={decide.isPending}
            hint={t(`crimePlans.decisionHint.${each}`)}
            onChoose={() => setDecision(each)}
          >
            {t(`crimePlans.decision.${each}`)}
          </AnswerChoice>
        ))}
      </AnswerChoices>
      <Textarea
        label={t('crimePlans.decisionNote')}
        value={note}
        rows={2}
        maxLength={1000}
        dir="auto"
        error={tried && isShort && t('crimePlans.noteNeeded')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <ProblemLine error={decide.error} />
      <Button
        type="submit"
        style={{ justifySelf: 'start' }}
        disabled={decision === null}
        loading={decide.isPending}
      >
        {t('crimePlans.record')}
      </Button>
    </form>
  );
}
