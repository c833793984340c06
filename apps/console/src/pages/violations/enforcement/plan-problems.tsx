import type { EnforcementProblem } from '@amaan/contracts/violations/api-enforcement';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { useCodedSentence } from '../../../components/problem-notice.tsx';
import classes from './enforcement.module.css';

/** What is wrong with a plan or a rule of it: what keeps it from being saved, and what makes it report less. */
export function PlanProblems({ problems }: { problems: readonly EnforcementProblem[] }) {
  const { t } = useTranslation();
  const sentenceOf = useCodedSentence();
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => (
        <li key={problem.code} data-severity={problem.severity}>
          <Mark
            shape={problem.severity === 'error' ? 'triangle' : 'square'}
            tone={problem.severity === 'error' ? 'critical' : 'high'}
          >
            {t(`enforcement.${problem.severity}`)}
          </Mark>
          <span dir="auto">{sentenceOf(problem)}</span>
        </li>
      ))}
    </ul>
  );
}
