import type { EnforcementPlanVersion } from '@amaan/contracts/violations/api-enforcement';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from '../../traffic/view/view-editor.module.css';

/** All versions of a plan, newest first. */
export function PlanHistory({ history }: { history: readonly EnforcementPlanVersion[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (history.length === 0) return null;
  return (
    <section className={classes.history}>
      <h2>{t('enforcement.history')}</h2>
      <ol className={classes.list}>
        {history.map(({ version, at, byName, note, viewVersion, kinds, retiredAt }) => (
          <li key={version} className={classes.version}>
            <strong>{t('enforcement.version', { version })}</strong>
            <span>
              {format.dateTime(at)} <bdi>{byName}</bdi>
            </span>
            <span className="quiet">
              {format.list(kinds.map((kind) => t(`violations.kind.${kind}`)))} ·{' '}
              {t('enforcement.viewVersion', { version: viewVersion })}
            </span>
            <span>{retiredAt === null && t('enforcement.inForce')}</span>
            {note !== '' && <bdi className="quiet">{note}</bdi>}
          </li>
        ))}
      </ol>
    </section>
  );
}
