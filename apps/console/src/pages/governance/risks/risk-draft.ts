import type { Risk } from '@amaan/contracts/governance/risk';
import type { ComparisonWords } from '../../../components/records/comparison-words.ts';
import type { ConflictingField } from '../../../components/records/conflict-notice.tsx';

export const SOURCES = [
  'bias',
  'misidentification',
  'missed-event',
  'function-creep',
  'privacy',
  'security',
  'over-reliance',
  'drift',
  'feedback-loop',
  'supplier',
  'availability',
  'law',
  'other',
] as const satisfies readonly Risk['source'][];
export const TREATMENTS = [
  'avoid',
  'reduce',
  'share',
  'retain',
] as const satisfies readonly Risk['treatment'][];

/** What the form of a new risk begins with: a middling judgement, so that nobody starts from harmless. */
export function emptyRisk(): Risk {
  return {
    source: 'bias',
    cause: '',
    event: '',
    consequence: '',
    affected: '',
    existing: '',
    inherent: { likelihood: 3, severity: 3 },
    residual: null,
    treatment: 'reduce',
    actions: [],
    controls: [],
    assessments: [],
  };
}

/** Where two people wrote different things about a risk. */
export function riskConflicts(mine: Risk, theirs: Risk, words: ComparisonWords): ConflictingField[] {
  const text = (risk: Risk, name: keyof Risk): string => {
    const value = risk[name];
    if (name === 'actions') return risk.actions.map(({ what }) => `• ${what}`).join('\n');
    if (typeof value === 'object' && value !== null && 'likelihood' in value)
      return `${words.textOf(value.likelihood, [name, 'likelihood'])}, ${words.textOf(value.severity, [name, 'severity'])}`;
    return words.textOf(value as string, [name]);
  };
  return (Object.keys(mine) as (keyof Risk)[])
    .filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
    .map((name) => ({
      id: name,
      label: words.labelOf([name]) ?? name,
      mine: text(mine, name),
      theirs: text(theirs, name),
    }));
}
