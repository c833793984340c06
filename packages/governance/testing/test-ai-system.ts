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
    intendedUse: 'To be tested.',
    purposes: ['testing'],
    prohibited: ['decide'],
    affectedGroups: ['nobody'],
    risk: {
      tier: 'minimal',
      euAiAct: { category: 'not listed', why: 'It runs in tests only.' },
      reasons: ['Nobody is in its pictures.'],
    },
    data: { reads: ['made-up pictures'], keeps: [] },
    humanOversight: ['A test looks at it.'],
    limits: ['It does nothing.'],
    models: [],
    thresholds: {},
    settings: {},
    ...change,
  };
}
