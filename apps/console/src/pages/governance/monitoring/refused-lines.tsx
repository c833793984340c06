import type { GroundTruthSet } from '@amaan/contracts/ground-truth';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './monitoring.module.css';

/** The lines that were not kept, with their numbers and reasons. */
export function RefusedLines({ set }: { set: GroundTruthSet }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (set.refusedCount === 0) return null;
  return (
    <details className={classes.refused}>
      <summary>
        <Mark shape="triangle" tone="high">
          {t('monitoring.truth.refused', { count: set.refusedCount })}
        </Mark>
      </summary>
      <ul>
        {set.refused.map(({ line, reason }) => (
          <li key={line}>
            <bdi dir="auto">{t('monitoring.truth.line', { number: format.number(line), reason })}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
