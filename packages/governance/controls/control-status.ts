import type { LocalText } from '@amaan/contracts/ai-system';
import type {
  ControlStatement,
  ControlStatus,
  DocumentEvidence,
  LiveEvidence,
} from '@amaan/contracts/governance/control';

/** What a status is decided from. */
export interface ControlFacts {
  readonly statement: Pick<ControlStatement, 'applicability' | 'implementation' | 'owner'>;
  readonly live: LiveEvidence | null;
  readonly documents: readonly DocumentEvidence[];
}

export interface ControlVerdict {
  readonly status: ControlStatus;
  readonly reason: LocalText;
  readonly evidence: 'live' | 'document' | 'none';
}

/**
 * The status of one control with its reason in words. The running system has the first word: evidence that
 * contradicts or is stale turns the control red whatever was declared. Documents come next, and a declaration
 * alone shows nothing. What nobody decided on, or nobody answers for, does not hold, whatever shows it.
 */
export function controlVerdict(facts: ControlFacts): ControlVerdict {
  const verdict = evidenceVerdict(facts);
  if (verdict.status !== 'holds') return verdict;
  const { applicability, owner } = facts.statement;
  if (applicability === 'undecided')
    return { ...verdict, status: 'attention', reason: REASONS.shownUndecided };
  if (owner === null || owner.trim() === '')
    return { ...verdict, status: 'attention', reason: REASONS.shownUnowned };
  return verdict;
}

function evidenceVerdict({ statement, live, documents }: ControlFacts): ControlVerdict {
  const evidence = live !== null ? 'live' : documents.length > 0 ? 'document' : 'none';
  const verdict = (status: ControlStatus, reason: LocalText): ControlVerdict => ({
    status,
    reason,
    evidence,
  });
  if (statement.applicability === 'not-applicable') return verdict('not-applicable', REASONS.notApplicable);
  if (live !== null) return verdict(...liveVerdict(live, documents));
  const worst = worstDocument(documents);
  if (worst !== null) return verdict(...documentVerdict(worst));
  if (statement.implementation === 'planned' && statement.applicability === 'applicable') {
    return verdict('planned', REASONS.planned);
  }
  return verdict(
    'no-evidence',
    statement.applicability === 'applicable' ? REASONS.claimed : REASONS.undecided,
  );
}

function liveVerdict(live: LiveEvidence, documents: readonly DocumentEvidence[]): [ControlStatus, LocalText] {
  if (live.stale) return ['contradicts', REASONS.stale];
  if (live.state !== 'holds') return [live.state, live.summary];
  const lapsed = documents.find(({ state }) => state === 'overdue' || state === 'unowned');
  return lapsed === undefined ? ['holds', live.summary] : ['attention', documentVerdict(lapsed)[1]];
}

/** Worst first. */
const SEVERITY: readonly DocumentEvidence['state'][] = [
  'overdue',
  'unowned',
  'due',
  'current',
  'not-approved',
];

/** Of the documents the one that decides: a draft counts only where there is nothing else. */
function worstDocument(documents: readonly DocumentEvidence[]): DocumentEvidence | null {
  const [worst] = documents.toSorted((a, b) => SEVERITY.indexOf(a.state) - SEVERITY.indexOf(b.state));
  return worst ?? null;
}

function documentVerdict({ number, state }: DocumentEvidence): [ControlStatus, LocalText] {
  switch (state) {
    case 'current':
      return [
        'holds',
        text(
          `${number} is approved, owned and current.`,
          `${number} منظور شدہ اور تازہ ہے، ذمہ دار مقرر ہے۔`,
        ),
      ];
    case 'due':
      return [
        'attention',
        text(`${number} must be reviewed within 30 days.`, `${number} کا جائزہ 30 دن میں لازم ہے۔`),
      ];
    case 'overdue':
      return [
        'contradicts',
        text(`The review of ${number} is overdue.`, `${number} کا جائزہ مقررہ وقت سے گزر چکا ہے۔`),
      ];
    case 'unowned':
      return ['contradicts', text(`Nobody owns ${number}.`, `${number} کا کوئی ذمہ دار نہیں۔`)];
    case 'not-approved':
      return ['attention', text(`${number} is not approved yet.`, `${number} ابھی منظور نہیں ہوا۔`)];
  }
}

function text(en: string, ur: string): LocalText {
  return { en, ur };
}

const REASONS = {
  notApplicable: text(
    'Declared not applicable, with a justification.',
    'جواز کے ساتھ ناقابل اطلاق قرار دیا گیا۔',
  ),
  stale: text(
    'The evidence is older than it may be: what should produce it has stopped.',
    'ثبوت مقررہ مدت سے پرانا ہے: جو اسے پیدا کرتا ہے وہ رک گیا ہے۔',
  ),
  planned: text('Planned; nothing shows it yet.', 'منصوبے میں ہے؛ ابھی کوئی ثبوت نہیں۔'),
  claimed: text(
    'Declared, but neither the running system nor a document shows it.',
    'دعویٰ ہے، مگر نہ چلتا نظام اسے دکھاتا ہے نہ کوئی دستاویز۔',
  ),
  shownUndecided: text(
    'There is evidence, but nobody has decided whether it applies.',
    'ثبوت موجود ہے، مگر ابھی فیصلہ نہیں ہوا کہ یہ لاگو ہے یا نہیں۔',
  ),
  shownUnowned: text(
    'There is evidence, but nobody answers for it: name an owner.',
    'ثبوت موجود ہے، مگر کوئی ذمہ دار مقرر نہیں: ذمہ دار کا نام درج کریں۔',
  ),
  undecided: text(
    'Nobody has decided yet whether it applies, and nothing shows it.',
    'ابھی فیصلہ نہیں ہوا کہ یہ لاگو ہے یا نہیں، اور کوئی ثبوت نہیں۔',
  ),
} as const satisfies Record<string, LocalText>;
