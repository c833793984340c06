import { AnalysisQuestion, type IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { useMemo } from 'react';

type Kind = AnalysisQuestion['kind'];
export type QuestionOf<K extends Kind> = Extract<AnalysisQuestion, { kind: K }>;

/** A question with every setting that is not named at its default, as the server keeps it. */
export function questionOf<K extends Kind>(
  kind: K,
  selection: IncidentSelection,
  settings: object,
): QuestionOf<K> {
  return AnalysisQuestion.parse({ kind, selection, settings }) as QuestionOf<K>;
}

/** The same, equal as long as what it is made of is. Null: nothing is asked. */
export function useQuestion<K extends Kind>(
  kind: K,
  selection: IncidentSelection | null,
  settings: object = {},
): QuestionOf<K> | null {
  const key = selection === null ? null : JSON.stringify({ selection, settings });
  return useMemo(() => {
    if (key === null) return null;
    const made = JSON.parse(key) as { selection: IncidentSelection; settings: object };
    return questionOf(kind, made.selection, made.settings);
  }, [kind, key]);
}
