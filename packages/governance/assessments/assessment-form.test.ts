import type {
  AssessmentAnswer,
  AssessmentForm,
  Impact,
  ImpactAssessment,
} from '@amaan/contracts/governance/impact-assessment';
import { AFFECTED } from '@amaan/contracts/governance/impact-assessment';
import { newIdentifier } from '@amaan/contracts/identifier';
import { describe, expect, test } from 'vitest';
import { testAiSystem } from '../testing/test-ai-system.ts';
import { assessmentForm } from './assessment-form.ts';
import { assessmentValidity, monthsAfter } from './assessment-validity.ts';
import { missingAnswers } from './missing-answers.ts';
import { completeAssessment } from './testing/complete-assessment.ts';

const minimal = assessmentForm(testAiSystem());
const questions = (form: AssessmentForm) => form.sections.flatMap((section) => section.questions);
const rights = (form: AssessmentForm) => questions(form).filter(({ id }) => id.startsWith('rights.'));

describe('the form', () => {
  test('asks about fundamental rights of face recognition and of every system of high risk', () => {
    const risk = { ...testAiSystem().risk, tier: 'high' as const };
    expect(rights(minimal).map(({ mandatory }) => mandatory)).toEqual(Array(8).fill(false));
    expect(rights(assessmentForm(testAiSystem({ risk }))).every(({ mandatory }) => mandatory)).toBe(true);
    expect(
      rights(assessmentForm(testAiSystem({ id: 'face-recognition' }))).every(({ mandatory }) => mandatory),
    ).toBe(true);
  });

  test('has an id of its own, guidance and Urdu for each question, and words for each level of a scale', () => {
    const ids = questions(minimal).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, type, text, guidance, levels } of questions(minimal)) {
      expect(text.ur, id).toMatch(/[\u0600-\u06ff]/);
      expect(guidance.ur, id).toMatch(/[\u0600-\u06ff]/);
      expect(guidance.en.length, id).toBeGreaterThan(20);
      expect(levels.length, id).toBe(type === 'scale' ? 5 : 0);
    }
  });

  test('is written with Urdu letters, not the Arabic forms of kaf, yeh and heh', () => {
    expect(JSON.stringify(minimal)).not.toMatch(/[\u0643\u064a\u0629]/);
  });
});

describe('what is missing', () => {
  const complete = completeAssessment(minimal);
  const without = (change: Partial<ImpactAssessment>) =>
    missingAnswers(minimal, { ...complete, ...change }).map(({ id }) => id);

  test('is nothing once all is answered', () => {
    expect(without({})).toEqual([]);
  });

  test('is every mandatory question and an impact on each of the three in an empty form', () => {
    const mandatory = questions(minimal).filter((question) => question.mandatory);
    expect(without({ answers: {}, impacts: [] })).toEqual([
      ...mandatory.map(({ id }) => id),
      ...AFFECTED.map((group) => `impacts.${group}`),
    ]);
  });

  test('is a level or a yes without its reason, and an answer of blanks', () => {
    const answers: Record<string, AssessmentAnswer> = {
      ...complete.answers,
      'necessity.proportionate': { type: 'scale', level: 3, why: ' ' },
      'groups.unequal': { type: 'yes-no', yes: false, why: '' },
      'context.purpose': { type: 'text', text: '\n' },
      'data.used': { type: 'list', items: ['', ' '] },
    };
    expect(without({ answers }).sort()).toEqual(
      ['context.purpose', 'data.used', 'groups.unequal', 'necessity.proportionate'].sort(),
    );
  });

  test('is what is done about an impact', () => {
    const bare: Impact = { ...complete.impacts[0]!, id: newIdentifier(), measures: ' ' };
    expect(without({ impacts: [...complete.impacts, bare] })).toEqual([`impacts.${bare.id}`]);
  });
});

describe('an approval', () => {
  const now = Date.parse('2026-03-01T00:00:00.000Z');
  const validity = (expiresAt: string, status = 'approved') => assessmentValidity({ status, expiresAt }, now);

  test('holds until its end, and warns before', () => {
    expect(validity('2027-01-01T00:00:00.000Z')).toBe('in-force');
    expect(validity('2026-04-01T00:00:00.000Z')).toBe('expires-soon');
    expect(validity('2026-03-01T00:00:00.000Z')).toBe('expired');
    expect(validity('2027-01-01T00:00:00.000Z', 'superseded')).toBe('not-in-force');
  });

  test('lasts calendar months, also from the last day of a long one', () => {
    const after = (from: string, months: number) =>
      new Date(monthsAfter(Date.parse(from), months)).toISOString();
    expect(after('2026-11-23T10:00:00.000Z', 12)).toBe('2027-11-23T10:00:00.000Z');
    expect(after('2026-08-31T10:00:00.000Z', 6)).toBe('2027-02-28T10:00:00.000Z');
  });
});
