import type { AiSystem } from '@amaan/contracts/ai-system';
import { DEFAULT_RULES } from './default-rules.ts';
import { CLEAR_AFTER, RAISE_AFTER } from './judge-rule.ts';

/** Register entry of the system that watches the other eleven. It computes statistics and runs no model, so it needs no permit. */
export const governanceMonitoring: AiSystem = {
  id: 'governance-monitoring',
  name: 'AI-based governance monitoring',
  nameUrdu: 'مصنوعی ذہانت کے نظاموں کی نگرانی',
  version: '0.1.0',
  built: true,
  about: {
    en: 'Watches the other AI systems: whether their pictures, results and errors change, how often people reject what they report, and how fast people answer. When a limit is passed it opens an incident and can stop a system on a group of cameras. It looks at systems, not at people.',
    ur: 'دوسرے نظاموں پر نظر رکھتا ہے: کیا ان کی تصویریں، نتائج یا غلطیاں بدل رہی ہیں، لوگ ان کی اطلاع کتنی بار رد کرتے ہیں اور جواب میں کتنا وقت لگتا ہے۔ حد پار ہونے پر واقعہ درج کرتا ہے اور کسی نظام کو کیمروں کے ایک گروہ پر روک سکتا ہے۔ یہ نظاموں کو دیکھتا ہے، لوگوں کو نہیں۔',
  },
  intendedUse:
    'To tell the governance office, with figures and intervals, when an AI system no longer does what it was approved for, and to stop it where a rule says so.',
  purposes: ['drift', 'error-rates', 'override-rate', 'service-indicators'],
  prohibited: [
    'Measure or rank individual operators: figures are per system, camera group, site and shift.',
    'Be switched off silently: a gap in its own figures is an incident.',
    'Resume a system by itself: that takes two people and a reason.',
  ],
  affectedGroups: [
    'Operators, whose reviews are counted together.',
    'People at cameras where a failing system would otherwise run on, or a working one be stopped.',
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: 'not listed',
      why: 'It evaluates systems and groups of reviews, never a person, so annex III 4(b) does not apply; were it used to rank staff, it would.',
    },
    reasons: [
      'Stopping a system wrongly leaves places unwatched; not stopping one leaves errors uncorrected.',
      'Figures about a shift of one person would be figures about that person, so small counts are withheld.',
    ],
  },
  data: {
    reads: ['Observations, alerts, reviews and brightness, blur and object mix of frames as numbers.'],
    keeps: [
      {
        what: 'Figures per system, camera group and hour.',
        howLong: 'As long as the records of the management system.',
      },
    ],
  },
  humanOversight: [
    'People choose rules and limits; each change is recorded.',
    'It watches from the first minute and acts by its rules at any stage, since watching must not wait for an approval.',
    'Ending a suspension needs two people and a reason.',
  ],
  limits: [
    'Drift tells that something changed, not that it is wrong.',
    'Error rates come from reviewed alerts; what was never reported is not in them.',
    'Groups of people are compared only where lawful ground truth exists.',
  ],
  models: [],
  thresholds: Object.fromEntries(DEFAULT_RULES.map(({ metric, threshold }) => [metric, threshold])),
  settings: { raiseAfter: RAISE_AFTER, clearAfter: CLEAR_AFTER },
};
