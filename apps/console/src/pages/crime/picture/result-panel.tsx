import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AnalysisNotes } from '../notes/analysis-notes.tsx';
import { useNoteGroups } from '../notes/use-note-groups.ts';
import { useQuestionWords } from '../question/use-question-words.ts';
import type { ResultDetails } from '../run/use-analysis.ts';
import { type ExportEntry, ExportMenu } from './export-menu.tsx';
import type { Legend } from './legend.ts';
import classes from './result-panel.module.css';
import { savePicture } from './save-picture.ts';

/** A chart with everything that has to stand beside it, and the ways to save it. The picture is its first canvas. */
export function ResultPanel({
  details,
  title,
  name,
  formats,
  legends = [],
  children,
}: {
  details: ResultDetails;
  /** The finding, for a saved picture. */
  title: string;
  /** Of saved files, without an ending. */
  name: string;
  formats: ExportEntry['formats'];
  legends?: readonly Legend[];
  children: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const noteGroups = useNoteGroups();
  const questionWords = useQuestionWords();
  const save = async () => {
    const image = body.current?.querySelector('canvas');
    if (!image) throw new Error('There is no picture while the figures are shown as a table.');
    await savePicture(name, {
      ...{ image, width: image.clientWidth, height: image.clientHeight, title, legends },
      subtitle: questionWords(details.question.selection),
      notes: noteGroups(details.notes).flatMap(({ sentences }) => sentences),
      simulated: details.simulated ? t('common.simulated') : null,
      direction: i18n.dir() as 'ltr' | 'rtl',
    });
  };
  return (
    <section className={classes.panel}>
      <div className={classes.tools}>
        <ExportMenu entries={[{ id: details.id, label: title, formats }]} onPicture={save} />
      </div>
      <div ref={body} className={classes.body}>
        {children}
      </div>
      <AnalysisNotes details={details} />
    </section>
  );
}
