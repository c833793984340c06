import { type AnalysisNote, NOTE_SUBJECTS } from '@amaan/contracts/crime/analysis-note';
import { noteWords } from '@amaan/contracts/crime/note-words';
import { useLocalText } from '../../../format/use-local-text.ts';

export interface NoteGroup {
  readonly about: AnalysisNote['about'];
  readonly sentences: readonly string[];
}

/** The notes of a picture in the language of the page: which data, which method, what it cannot show. */
export function useNoteGroups(): (notes: readonly AnalysisNote[]) => NoteGroup[] {
  const local = useLocalText();
  return (notes) =>
    NOTE_SUBJECTS.map((about) => ({
      about,
      sentences: notes.filter((note) => note.about === about).map((note) => local(noteWords(note))),
    })).filter(({ sentences }) => sentences.length > 0);
}
