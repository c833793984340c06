import type { ExplanationStep } from '@amaan/contracts/explanation';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useLocalText } from '../../format/use-local-text.ts';
import { DigestText } from '../digest-text.tsx';
import classes from './explanation-steps.module.css';

type Step<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;

/** What was measured, by which software and clocks. */
export function ViolationFacts({ step }: { step: Step<'violation'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { signal } = step;
  return (
    <>
      <span>
        {t(`violations.kind.${step.kind}`)}, {format.exact(step.occurredAt)}
      </span>
      <span className="quiet">
        {t('explain.challan.madeBy', { software: step.softwareVersion, version: step.enforcement.version })}
      </span>
      {signal !== null && (
        <span className="quiet">
          {t('explain.challan.clocks', {
            red: format.number(signal.redForMs.entry / 1000, 1),
            skew: format.number(Math.abs(signal.skewMs)),
            error: format.number(signal.skewErrorMs),
          })}
        </span>
      )}
      <DigestText value={step.plateRead.digest} label={t('explain.challan.plateRead')} />
    </>
  );
}

/** What people answered, and what the server found itself. */
export function CaseDecisions({ step: { decisions } }: { step: Step<'case-decisions'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return decisions.map(({ id, decision, step, byName, at, note }) => (
    <span key={id} className={classes.approval}>
      <span>
        {t(`explain.challan.decided.${decision}`, { name: byName ?? t('explain.challan.server') })}
        {step === 'second-look' && ` · ${t('explain.challan.secondLook')}`}{' '}
        <span className="quiet">{format.dateTime(at)}</span>
      </span>
      {note === null && <span className="quiet">{t('explain.noteWithheld')}</span>}
      {note && (
        <q>
          <bdi>{note}</bdi>
        </q>
      )}
    </span>
  ));
}

/** The law that was applied, and what became of the challan. */
export function ChallanFacts({ step: { law, amount, payBy, events } }: { step: Step<'challan'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  return (
    <>
      <span>
        {local(law.offence)} · {local(law.act)}, <bdi>{law.section}</bdi>
      </span>
      <span className="quiet">
        {t('explain.challan.owed', { amount: format.number(amount), day: format.dateTime(payBy) })}
      </span>
      {events.map(({ id, event, at }) => (
        <span key={id}>
          {t(`challans.events.${event}`)} <span className="quiet">{format.dateTime(at)}</span>
        </span>
      ))}
    </>
  );
}
