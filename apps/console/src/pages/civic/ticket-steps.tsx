import type { CivicStep } from '@amaan/contracts/civic/civic-ticket';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import classes from './civic.module.css';
import { useDepartmentName } from './use-department-name.ts';

/** What was done about a ticket, in order. */
export function TicketSteps({ steps }: { steps: readonly CivicStep[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const departmentName = useDepartmentName();
  return (
    <section className={classes.moment} aria-labelledby="civic-steps">
      <h2 id="civic-steps">{t('civic.stepsTitle')}</h2>
      <ol className={classes.steps}>
        {steps.map(({ id, step, at, byName, note, department, dueAt }) => (
          <li key={id}>
            <strong>{t(`civic.did.${step}`)}</strong>
            <span className="quiet">
              {step === 'suggest'
                ? format.dateTime(at)
                : t('civic.by', { name: byName, time: format.dateTime(at) })}
            </span>
            {department !== null && dueAt !== null && (
              <span>
                {t('civic.until', { department: departmentName(department), time: format.dateTime(dueAt) })}
              </span>
            )}
            {note !== '' && <span dir="auto">{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
