import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import { useTranslation } from 'react-i18next';
import { DigestText } from '../../../components/digest-text.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './analysis-notes.module.css';
import { useNoteGroups } from './use-note-groups.ts';

/** What has to be said beside a picture: data, method, limits, and by what it can be repeated. */
export function AnalysisNotes({
  details: { notes, askedBy, endedAt, digest, softwareVersion },
  folded = false,
}: {
  details: Pick<AnalysisDetails, 'notes' | 'askedBy' | 'endedAt' | 'digest' | 'softwareVersion'>;
  /** Closed until somebody opens it, where there is little room. */
  folded?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = useNoteGroups()(notes);
  return (
    <details className={classes.notes} open={!folded}>
      <summary>{t('crime.notes.title')}</summary>
      <div className={classes.groups}>
        {groups.map(({ about, sentences }) => (
          <section key={about}>
            <h4>{t(`crime.notes.${about}`)}</h4>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence} dir="auto">
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="quiet">
        {endedAt !== null && t('crime.notes.made', { by: askedBy, at: format.dateTime(endedAt) })}{' '}
        {t('crime.notes.version', { version: softwareVersion })}{' '}
        {digest !== null && (
          <>
            {t('crime.notes.digest')} <DigestText value={digest} />
          </>
        )}
      </p>
    </details>
  );
}
