import type { RecordInFlow, RecordStepInput } from '@amaan/contracts/governance/record-step';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import type { FlowStatus } from './flow-status-mark.tsx';
import classes from './flows.module.css';
import { StepDialog } from './step-dialog.tsx';

/** The steps that can be taken now, what is missing for the others, and who signed which before. */
export function FlowSteps({
  view,
  mayStep,
  take,
}: {
  view: RecordInFlow;
  mayStep: boolean;
  take: (step: RecordStepInput) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [to, setTo] = useState<string | null>(null);
  const { record, steps, signatures } = view;
  const word = (status: string) => t(`incidents.status.${status as FlowStatus}`);
  return (
    <>
      <section className={classes.block}>
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
              {t('incidents.stepTo', { status: word(step.to) })}
            </Button>
            {step.gaps.length > 0 ? (
              <ul className="quiet">
                {step.gaps.map((gap) => (
                  <li key={gap} dir="auto">
                    {gap}
                  </li>
                ))}
              </ul>
            ) : (
              step.byAnother && <span className="quiet">{t('incidents.byAnother')}</span>
            )}
          </div>
        ))}
      </section>
      {signatures.length > 0 && (
        <section className={classes.block}>
          <h3>{t('incidents.signatures')}</h3>
          <ol className={classes.signatures}>
            {signatures.map(({ id, meaning, by, at, statement }) => (
              <li key={id}>
                <strong>{word(meaning)}</strong> <q dir="auto">{statement}</q>
                <br />
                <span className="quiet">
                  <bdi>{by.name}</bdi>, {format.dateTime(at)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {to !== null && <StepDialog number={record.number} to={to} take={take} onClose={() => setTo(null)} />}
    </>
  );
}
