import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { ControlView } from '@amaan/contracts/governance/control';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { testAiSystem } from '../testing/test-ai-system.ts';
import { mlBom } from './ml-bom.ts';
import { oscalAssessmentResults } from './oscal-assessment-results.ts';
import { requireStandardForms } from './standard-forms.ts';
import { cycloneDxValidator, oscalValidator } from './testing/exchange-schemas.ts';

const AT = '2026-11-01T00:00:00.000Z';
const packId = newIdentifier();
const period = { from: AT, to: '2026-12-01T00:00:00.000Z' };

function control(change: Partial<ControlView>): ControlView {
  return {
    standard: 'iso-42001',
    id: 'A.6.2.4',
    group: 'A.6',
    wording: { en: 'Systems are validated', ur: 'x' },
    expected: { en: 'Results', ur: 'x' },
    mandatory: false,
    statement: {
      applicability: 'applicable',
      justification: 'Systems are in use.',
      implementation: 'implemented',
      owner: null,
      notes: '',
    },
    record: null,
    status: 'holds',
    reason: { en: 'All validated.', ur: 'x' },
    evidence: 'live',
    live: {
      state: 'holds',
      summary: { en: '2 of 2 validated.', ur: 'x' },
      figures: { validated: 2 },
      asOf: AT,
      stale: false,
      sources: [],
    },
    documents: [],
    ...change,
  };
}

const oscal = (controls: readonly ControlView[]) =>
  oscalAssessmentResults({
    packId,
    deployment: 'a-deployment',
    version: '0.1.0',
    createdAt: AT,
    period,
    evaluatedAt: AT,
    controls,
  });

const bom = mlBom({
  packId,
  createdAt: AT,
  version: '0.1.0',
  systems: [testAiSystem({ models: ['first'] })],
  models: [model('first', 'Apache-2.0'), model('second', 'Weights under their own licence')],
});

function model(id: string, licence: string) {
  const digest = digestOfBytes(Buffer.from(id));
  return { id, title: `Model ${id}`, digest, licence, source: `npm:${id}@1.0.0`, registeredAt: AT };
}

describe('OSCAL assessment results', () => {
  let validate: ValidateFunction;
  beforeAll(async () => {
    validate = await oscalValidator();
  });

  test('are valid against the schema of NIST for controls in every state', () => {
    const statuses = ['holds', 'attention', 'contradicts', 'planned', 'no-evidence'] as const;
    const document = oscal([
      ...statuses.map((status, place) => control({ id: `A.${place}`, status })),
      control({ id: '8.15', standard: 'iso-27001', live: null, evidence: 'none' }),
      control({ id: '5.1', statement: { ...control({}).statement, applicability: 'not-applicable' } }),
    ]);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const [result] = document['assessment-results'].results;
    expect(result!.findings.map(({ target }) => target.status.state)).toEqual([
      'satisfied',
      ...Array.from({ length: 4 }, () => 'not-satisfied'),
      'satisfied',
    ]);
    expect(result!['reviewed-controls']['control-selections'][0]!['exclude-controls']).toEqual([
      { 'control-id': 'iso-42001_5.1' },
    ]);
  });

  test('would be refused with a member that the schema does not know', () => {
    const document = oscal([control({})]);
    Object.assign(document['assessment-results'].results[0]!, { score: 1 });
    expect(validate(document)).toBe(false);
  });

  test('have the same identifiers when written again', () => {
    expect(oscal([control({})])).toEqual(oscal([control({})]));
  });
});

describe('the machine-learning bill of materials', () => {
  test('is valid against the schema of CycloneDX 1.6', async () => {
    const validate = await cycloneDxValidator();
    expect(validate(bom), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...bom, components: [{ name: 'nameless kind' }] })).toBe(false);
  });

  test('names digest and licence of every model, and the card of those that a system runs', () => {
    expect(bom.components).toMatchObject([
      { name: 'first', licenses: [{ license: { id: 'Apache-2.0' } }], modelCard: { considerations: {} } },
      { name: 'second', licenses: [{ license: { name: 'Weights under their own licence' } }] },
    ]);
    expect(bom.components[1]).not.toHaveProperty('modelCard');
  });
});

test('a reader of a pack accepts both documents and refuses others in their place', () => {
  const results = oscal([control({})]);
  expect(() => requireStandardForms(results, bom)).not.toThrow();
  expect(() => requireStandardForms({}, bom)).toThrow(/OSCAL/);
  expect(() => requireStandardForms(results, { ...bom, specVersion: '9' })).toThrow(/CycloneDX/);
});
