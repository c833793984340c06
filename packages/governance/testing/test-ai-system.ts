import type { AiSystem } from '@amaan/contracts/ai-system';

/** An AI system that exists in tests only; `change` makes it the one that a test needs. */
export function testAiSystem(change: Partial<AiSystem> = {}): AiSystem {
  return {
    id: 'test-system',
    name: 'Test system',
    nameUrdu: 'آزمائشی نظام',
    version: '1.0.0',
    built: true,
    about: { en: 'Exists in tests.', ur: 'صرف آزمائش میں موجود ہے۔' },
    intendedUse: { en: 'To be tested.', ur: 'آزمائش کے لیے۔' },
    purposes: ['testing'],
    prohibited: [{ en: 'decide', ur: 'فیصلہ کرنا' }],
    affectedGroups: [{ en: 'nobody', ur: 'کوئی نہیں' }],
    risk: {
      tier: 'minimal',
      euAiAct: {
        category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
        why: { en: 'It runs in tests only.', ur: 'یہ صرف آزمائش میں چلتا ہے۔' },
      },
      reasons: [{ en: 'Nobody is in its pictures.', ur: 'اس کی تصویروں میں کوئی نہیں۔' }],
    },
    data: { reads: [{ en: 'made-up pictures', ur: 'فرضی تصویریں' }], keeps: [] },
    humanOversight: [{ en: 'A test looks at it.', ur: 'ایک آزمائش اسے دیکھتی ہے۔' }],
    limits: [{ en: 'It does nothing.', ur: 'یہ کچھ نہیں کرتا۔' }],
    models: [],
    thresholds: {},
    settings: {},
    ...change,
  };
}
