import type { LifecycleView } from '@amaan/contracts/governance/lifecycle';
import { useTranslation } from 'react-i18next';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './system.module.css';

/** The stages that the system went through, and requests that came to nothing. */
export function LifecycleHistory({ lifecycle }: { lifecycle: LifecycleView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { history, pastRequests } = lifecycle;
  const requests = new Map(pastRequests.map((request) => [request.id, request]));
  const refused = pastRequests.filter(({ state }) => state !== 'executed');
  if (history.length === 0 && refused.length === 0) return null;
  return (
    <details>
      <summary className="quiet">{t('lifecycle.history', { count: history.length })}</summary>
      <ul className={classes.history}>
        {history.map((step) => (
          <li key={step.id}>
            {t('lifecycle.step', {
              from: t(`governance.stage.${step.from}`),
              to: t(`governance.stage.${step.to}`),
            })}{' '}
            · {format.dateTime(step.at)} · <bdi>{step.by}</bdi> {step.demo && <DemoMark />}
            <br />
            <span dir="auto" className="quiet">
              {step.reason}
            </span>
            {requests.get(step.requestId ?? '')?.decisions.map((decision) => (
              <p key={decision.id}>
                {t(`lifecycle.${decision.decision}`)} · <bdi>{decision.by.name}</bdi>{' '}
                <q dir="auto">{decision.statement}</q>
              </p>
            ))}
          </li>
        ))}
        {refused.map((request) => (
          <li key={request.id}>
            {t('lifecycle.asksFor', { stage: t(`governance.stage.${request.to}`) })} ·{' '}
            {t(`lifecycle.requestState.${request.state}`)} ·{' '}
            {format.dateTime(request.closedAt ?? request.expiresAt)} · <bdi>{request.by.name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
