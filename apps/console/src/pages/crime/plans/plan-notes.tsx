import type { AnalysisNote } from '@amaan/contracts/crime/analysis-note';
import { useTranslation } from 'react-i18next';
import { useNoteGroups } from '../notes/use-note-groups.ts';

/** What a plan was made from, and what it cannot say. */
export function PlanNotes({ notes }: { notes: readonly AnalysisNote[] }) {
  const { t } = useTranslation();
  const groups = useNoteGroups()([...notes]);
  if (groups.length === 0) return null;
  return (
    <details>
      <summary>{t('crime.notes.title')}</summary>
      <ul className="prose quiet">
        {groups
          .flatMap(({ sentences }) => sentences)
          .map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
      </ul>
    </details>
  );
}
