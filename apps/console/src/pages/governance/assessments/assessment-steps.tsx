import type { AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import { Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import {
  assessmentsKey,
  decideAssessment,
  submitAssessment,
  withdrawAssessment,
} from '../../../api/assessments.ts';
import { systemsQuery } from '../../../api/platform.ts';
import { recordKey } from '../../../api/records.ts';
import { StatementDialog } from '../../../components/records/statement-dialog.tsx';

type Step = 'submit' | 'approve' | 'reject' | 'withdraw';
const DONE = {
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const satisfies Record<Step, string>;
const LONGEST_MONTHS = 12;

/** What can be done to an assessment in its state, each step signed with the person's words. */
export function AssessmentSteps({ view }: { view: AssessmentView }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Step | null>(null);
  const [months, setMonths] = useState(LONGEST_MONTHS);
  const { id, number, status, version } = view.record;
  const sign = async (step: Step, statement: string) => {
    if (step === 'submit') await submitAssessment(id, version, statement);
    else if (step === 'withdraw') await withdrawAssessment(id, statement);
    else await decideAssessment(id, { seen: version, decision: DONE[step], statement, months });
    notifications.show({ message: t(`assessments.${DONE[step]}`, { number }) });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: assessmentsKey }),
      queryClient.invalidateQueries({ queryKey: recordKey(id) }),
      queryClient.invalidateQueries({ queryKey: systemsQuery.queryKey }),
    ]);
  };
  const ended = status === 'superseded' || status === 'withdrawn';
  const steps: readonly Step[] = [
    ...(status === 'draft' && may('assessment.write') ? (['submit'] as const) : []),
    ...(status === 'submitted' && may('assessment.sign') ? (['approve', 'reject'] as const) : []),
    ...(!ended && may('assessment.sign') ? (['withdraw'] as const) : []),
  ];
  return (
    <>
      {steps.map((step) => (
        <Button
          key={step}
          size="xs"
          variant={step === 'withdraw' || step === 'reject' ? 'default' : 'filled'}
          disabled={step === 'submit' && view.missing.length > 0}
          onClick={() => setAsked(step)}
        >
          {t(`assessments.${step}`)}
        </Button>
      ))}
      {asked && (
        <StatementDialog
          title={t(`assessments.${asked}Title`, { number })}
          text={t(`assessments.${asked}Text`)}
          action={t(`assessments.${asked}`)}
          onSign={(statement) => sign(asked, statement)}
          onClose={() => setAsked(null)}
        >
          {asked === 'approve' && (
            <NumberInput
              label={t('assessments.months')}
              value={months}
              min={1}
              max={LONGEST_MONTHS}
              clampBehavior="strict"
              allowDecimal={false}
              onChange={(value) => typeof value === 'number' && setMonths(value)}
            />
          )}
        </StatementDialog>
      )}
    </>
  );
}
