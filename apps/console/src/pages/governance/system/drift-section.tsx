import type { DriftFinding } from '@amaan/contracts/governance/drift';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { Section } from './section.tsx';
import classes from './system.module.css';

/** Where register and reality differ now; nothing while they agree. */
export function DriftSection({ drift }: { drift: readonly DriftFinding[] }) {
  const { t } = useTranslation();
  if (drift.length === 0) return null;
  return (
    <Section title={t('lifecycle.drift')} hint={t('lifecycle.driftHint')}>
      <ul className={classes.history}>
        {drift.map(({ key, severity, title, what }) => (
          <li key={key} className={classes.drift}>
            <Mark shape="triangle" tone={severity}>
              {t(`priority.${severity}`)}
            </Mark>{' '}
            <strong dir="auto">{title}</strong>
            <p dir="auto">{what}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
