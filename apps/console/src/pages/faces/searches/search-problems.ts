/** What is written about a picture before somebody is searched with it. */
export interface SearchDraft {
  readonly source: string;
  readonly lawfulness: string;
  /** ISO 8601; empty: nothing is said. */
  readonly takenAt: string;
  readonly place: string;
  readonly reason: string;
}

export type SearchProblem = keyof SearchDraft;

const LEAST: Record<Exclude<SearchProblem, 'takenAt'>, number> = {
  source: 3,
  lawfulness: 10,
  place: 2,
  reason: 20,
};

/** What is missing or cannot be. @param now Unix time in milliseconds */
export function searchProblems(draft: SearchDraft, now: number): ReadonlySet<SearchProblem> {
  const problems = new Set<SearchProblem>();
  for (const [field, least] of Object.entries(LEAST) as [keyof typeof LEAST, number][])
    if (draft[field].trim().length < least) problems.add(field);
  const takenAt = Date.parse(draft.takenAt);
  if (!(takenAt <= now)) problems.add('takenAt');
  return problems;
}
