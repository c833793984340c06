import type { LifecycleStage } from '@amaan/contracts/ai-system';
import { useTranslation } from 'react-i18next';
import classes from './system.module.css';

/** In the order in which a system goes through them. A suspension is shown beside, not as a stage. */
const STAGES = [
  'proposed',
  'designed',
  'validated',
  'pilot',
  'operational',
  'retired',
] as const satisfies readonly LifecycleStage[];

/** The lifecycle as a line, with the present stage marked. */
export function StageLine({ stage }: { stage: LifecycleStage }) {
  const { t } = useTranslation();
  const present = (STAGES as readonly LifecycleStage[]).indexOf(stage);
  return (
    <ol className={classes.stages}>
      {STAGES.map((candidate, index) => (
        <li
          key={candidate}
          data-state={index === present ? 'present' : index < present ? 'past' : 'ahead'}
          aria-current={index === present ? 'step' : undefined}
        >
          {t(`governance.stage.${candidate}`)}
        </li>
      ))}
    </ol>
  );
}
