import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';

/** Random orders, replicas or rounds that a question takes; null: it is not made of them. */
export function roundsOf(question: AnalysisQuestion): number | null {
  switch (question.kind) {
    case 'near-repeat':
    case 'hot-spots':
      return question.settings.permutations || null;
    case 'clusters':
      return question.settings.replicas;
    case 'self-exciting':
      return question.settings.iterations;
    default:
      return null;
  }
}
