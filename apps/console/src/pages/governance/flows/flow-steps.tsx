import type { RecordInFlow, RecordStepInput } from '@amaan/contracts/governance/record-step';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordStatus } from '../../../components/records/record-status-mark.tsx';
import records from '../../../components/records/records.module.css';
import classes from './flows.module.css';
import { StepDialog } from './step-dialog.tsx';

/** The steps that can be taken now, and what is missing for the others. */
export function FlowSteps({
  view: { record, steps },
  mayStep,
  take,
}: {
  view: RecordInFlow;
  mayStep: boolean;
  take: (step: RecordStepInput) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string | null>(null);
  return (
    <section className={records.block}>
      <h3>{t('incidents.steps')}</h3>
      {steps.length === 0 && <p className="quiet">{t('incidents.noSteps')}</p>}
      {steps.map((step) => (
        <div key={step.to} className={classes.step}>
          <Button
            variant="default"
            size="xs"
            disabled={!mayStep || step.gaps.length > 0}
            onClick={() => setTo(step.to)}
          >
            {t('incidents.stepTo', { status: t(`documents.status.${step.to as RecordStatus}`) })}
          </Button>
          {step.gaps.length > 0 ? (
            <ul className="quiet">
              {step.gaps.map((gap) => (
                <li key={gap}>
                  <span dir="auto">{gap}</span>
                </li>
              ))}
            </ul>
          ) : (
            step.byAnother && <span className="quiet">{t('incidents.byAnother')}</span>
          )}
        </div>
      ))}
      {to !== null && <StepDialog number={record.number} to={to} take={take} onClose={() => setTo(null)} />}
    </section>
  );
}
