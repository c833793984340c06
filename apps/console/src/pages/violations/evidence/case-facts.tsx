import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { suspicionOf } from '../parts/suspicion-of.ts';
import classes from './case-facts.module.css';
import { MadeBy } from './made-by.tsx';
import { SignalSection } from './signal-section.tsx';
import { SpeedSection } from './speed-section.tsx';
import { useFinding } from './use-finding.ts';

/** What was measured: the finding in one sentence, the signal or the speed, and what made it. */
export function CaseFacts({ violationCase }: { violationCase: ViolationCaseView }) {
  const { t } = useTranslation();
  const findingOf = useFinding();
  const { violation } = suspicionOf(violationCase);
  const isMeasured = 'signal' in violation || 'speed' in violation;
  return (
    <div className={classes.facts}>
      <p className={`${parts.panel} ${classes.finding}`}>
        <strong>{findingOf(violation)}</strong>
        {isMeasured && <span className="quiet">{t('violations.evidence.atLeast')}</span>}
      </p>
      <SignalSection violation={violation} />
      {'speed' in violation && <SpeedSection speed={violation.speed} />}
      <MadeBy violationCase={violationCase} />
    </div>
  );
}
