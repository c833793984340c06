import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { junctionVersionsQuery } from '../../../api/signals.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './junction-page.module.css';

/** Every version of a junction's definition, newest first: who wrote it, and why. */
export function VersionList({ junctionId }: { junctionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: versions = [], error } = useQuery(junctionVersionsQuery(junctionId));
  return (
    <section className={classes.panel} aria-label={t('signals.versions')}>
      <h2>{t('signals.versions')}</h2>
      <ProblemLine error={error} />
      <ol className={classes.events}>
        {versions.map(({ version, at, by, note }) => (
          <li key={version} className={classes.event}>
            <strong>{t('traffic.view.version', { version })}</strong>
            <span className="quiet">{format.dateTime(at)}</span>
            <bdi className="quiet">{by}</bdi>
            <span dir="auto">{note}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
