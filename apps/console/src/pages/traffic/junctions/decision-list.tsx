import type { Junction } from '@amaan/contracts/traffic/junction';
import type { SignalDecision } from '@amaan/contracts/traffic/signal-decision';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { RelativeTime } from '../../../format/relative-time.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './junction-page.module.css';
import { useReasonText } from './reason-text.tsx';

/** Data older than this is none: nobody has seen the junction yet. */
const LONGEST_AGE = 3_600;

/** What the controller proposed and why, what came of it, and how long deciding took; newest first. */
export function DecisionList({
  junction,
  decisions,
}: {
  junction: Junction;
  decisions: readonly SignalDecision[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText(junction);
  const stageName = (id: string) => junction.stages.find((stage) => stage.id === id)?.name ?? id;
  return (
    <ol className={classes.decisions}>
      {decisions.map(({ at, proposed, reasons, state, decisionMs, dataAge, mode, controller }) => (
        <li key={at} className={classes.decision}>
          <p className={classes.line}>
            <RelativeTime instant={at} />
            <strong>
              {proposed === null
                ? t('signals.noProposal')
                : proposed === state.stage
                  ? t('signals.stays', { stage: stageName(proposed) })
                  : t('signals.goesTo', { stage: stageName(proposed) })}
            </strong>
            {state.fallback !== null && (
              <Mark shape="triangle" tone="high">
                {t(`signals.fallback.${state.fallback}`)}
              </Mark>
            )}
            {state.forced !== null && (
              <Mark shape="diamond" tone="medium">
                {t('signals.forced', { group: groupName(junction, state.forced) })}
              </Mark>
            )}
          </p>
          {reasons.length > 0 && (
            <ul className={classes.reasons}>
              {reasons.map((reason) => (
                <li key={`${reason.code} ${JSON.stringify(reason.values)}`} dir="auto">
                  {reasonText(reason)}
                </li>
              ))}
            </ul>
          )}
          <p className="quiet">
            {t('signals.decisionFacts', {
              mode: t(`signals.mode.${mode}`),
              controller: t(`signals.controller.${controller}`),
              ms: format.number(decisionMs, 1),
              data:
                dataAge < LONGEST_AGE
                  ? t('signals.dataOld', { seconds: format.number(dataAge, 1) })
                  : t('signals.dataNever'),
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}

export function groupName({ groups }: Pick<Junction, 'groups'>, id: string): string {
  return groups.find((group) => group.id === id)?.name ?? id;
}
