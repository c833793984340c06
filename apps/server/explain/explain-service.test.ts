import type { Alert } from '@amaan/contracts/alert';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Explanation } from '@amaan/contracts/explanation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { checkExplanation } from '@amaan/governance/explain/check-explanation';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';

const LAW = 'Safe Cities Act 2015, section 12';
const NOTHING_STATED = {
  owner: '',
  contact: '',
  legalBasis: '',
  deploymentContext: '',
  supplierNotes: '',
  retention: '',
};
const NOTE = 'A courier of the shop next door';

describe('explaining an alert', () => {
  let server: TestServer;
  let operator: TestClient;
  let auditor: TestClient;
  let alert: Alert;
  const explained = async (client: TestClient): Promise<Explanation> =>
    (await client.get(`/api/explain/alert/${alert.id}`)).json();

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    operator = await signInAs(server, 'operator');
    auditor = await signInAs(server, 'auditor');
    const { origin } = await addWatchedCamera(server, await signInAs(server, 'administrator'));
    const officer = await signInAs(server, 'governance-officer');
    const described = await officer.request('PUT', '/api/systems/smart-vision/entry', {
      seen: 0,
      body: { ...NOTHING_STATED, legalBasis: LAW },
      note: 'For a test',
    });
    expect(described.statusCode, described.body).toBe(200);
    const observation = lineCrossed({ ...origin, capturedAt: instantOf(Date.now() + 1) });
    const item: EvidenceItem = {
      observationId: observation.id,
      capturedAt: observation.capturedAt,
      kind: 'clip',
      digest: 'c'.repeat(64),
      mediaType: 'video/mp4',
      bytes: 7,
    };
    await server.workerBus.publish(SUBJECTS.reports, [
      { id: observation.id, payload: { type: 'observation', observation } },
      { id: newIdentifier(), payload: { type: 'evidence', item } },
    ]);
    alert = (await operator.get('/api/alerts')).json().alerts[0];
    await operator.post(`/api/alerts/${alert.id}/steps`, { step: 'acknowledged' });
    await operator.post(`/api/alerts/${alert.id}/review`, { decision: 'confirmed', note: NOTE });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('gives every step in order, proven by itself alone', async () => {
    const explanation = checkExplanation(await explained(operator), server.services.ledger.vkey);
    expect(explanation.steps.map(({ step }) => step)).toEqual([
      'frame',
      'model',
      'configuration',
      'rule',
      'permit',
      'approvals',
      'validation',
      'impact-assessment',
      'authorisation',
      'suspension',
      'decisions',
    ]);
    for (const { step, entries } of explanation.steps) {
      if (step !== 'suspension') expect(entries.length, step).toBeGreaterThan(0);
    }
  });

  test('names the law that the register entry stated when the frame was taken, proven by the ledger', async () => {
    const { steps } = await explained(operator);
    expect(steps[8]).toMatchObject({
      step: 'authorisation',
      link: '/governance/systems/smart-vision#organisation',
      basis: { kind: 'register-entry', version: 1, entry: { legalBasis: LAW } },
    });
  });

  test('leads to the part of the page that each step is about', async () => {
    const { steps } = await explained(operator);
    const parts = steps.flatMap(({ link }) => link?.split('#')[1] ?? []);
    expect(parts).toEqual([
      'models',
      'configuration',
      'permit',
      'approvals',
      'validation',
      'organisation',
      'suspension',
    ]);
  });

  test('withholds what people wrote about the scene from an auditor, and still proves the decision', async () => {
    const told = await explained(auditor);
    expect(JSON.stringify(told)).not.toContain(NOTE);
    expect(told.notesWithheld).toBe(true);
    expect(JSON.stringify(await explained(operator))).toContain(NOTE);
    expect(checkExplanation(told).steps.at(-1)).toMatchObject({
      decisions: [{ what: 'acknowledged' }, { what: 'confirmed', note: null }],
    });
  });

  test.each<[string, (explanation: Explanation) => void]>([
    ['another frame', (e) => Object.assign(e.steps[0]!, { digest: 'a'.repeat(64) })],
    ['another model', (e) => Object.assign(e.steps[1]!, { digest: 'a'.repeat(64) })],
    ['a threshold', (e) => Object.assign(e.steps[2]!, { thresholds: { confidence: 0.99 } })],
    ['the rule', (e) => Object.assign(e.steps[3]!, { digest: 'b'.repeat(64) })],
    ['the time of the frame', (e) => Object.assign(e.steps[0]!, { capturedAt: '2026-01-01T00:00:00.000Z' })],
    ['the clip', (e) => Object.assign((e.steps[0] as Frame).evidence[0]!, { digest: 'd'.repeat(64) })],
    ['the entry of the clip', (e) => drop(e, 'evidence.recorded')],
    ['when it was raised', (e) => Object.assign(e.about, { raisedAt: '2026-01-01T00:00:00.000Z' })],
    ['the words of an approval', (e) => Object.assign(approvalOf(e), { statement: 'Something else' })],
    ['who approved', (e) => Object.assign(approvalOf(e), { account: 'user:somebody' })],
    ['when it was approved', (e) => Object.assign(approvalOf(e), { at: '2026-01-01T00:00:00.000Z' })],
    ['that an approval is made up', (e) => Object.assign(approvalOf(e), { demo: false })],
    ['the entries of the approvals', (e) => drop(e, 'lifecycle.approved')],
    ['the entry of the validation', (e) => drop(e, 'validation.recorded')],
    ['the entry of the assessment', (e) => drop(e, 'assessment.approved')],
    [
      'the end of the assessment',
      (e) => Object.assign((e.steps[7] as Assessment).assessment!, { expiresAt: '2099-01-01T00:00:00.000Z' }),
    ],
    ['the law', (e) => Object.assign((e.steps[8] as Law).basis, { entry: NOTHING_STATED })],
    ['the entry of the law', (e) => drop(e, 'system.described')],
    ['an approval less', (e) => Object.assign(e.steps[5]!, { approvals: [] })],
    ['no impact assessment', (e) => Object.assign(e.steps[7]!, { assessment: null })],
    [
      'the decision turned round',
      (e) => Object.assign((e.steps[10] as Decisions).decisions[1]!, { what: 'rejected' }),
    ],
    ['who decided', (e) => Object.assign((e.steps[10] as Decisions).decisions[1]!, { by: 'somebody' })],
    [
      'the words of the decision',
      (e) => Object.assign((e.steps[10] as Decisions).decisions[1]!, { note: 'x' }),
    ],
    [
      'a step of handling',
      (e) => Object.assign((e.steps[10] as Decisions).decisions[0]!, { by: 'somebody' }),
    ],
    ['an entry', (e) => Object.assign(e.ledger.entries[0]!.entry, { actor: 'user:nobody' })],
    ['an entry left out', (e) => void e.ledger.entries.pop()],
    ['a proof', (e) => void e.ledger.entries[0]!.path.reverse()],
    ['the size', (e) => Object.assign(e.ledger, { size: e.ledger.size + 1 })],
    [
      'the checkpoint',
      (e) => Object.assign(e.ledger, { checkpoint: e.ledger.checkpoint.replace('\n', '1\n') }),
    ],
  ])('does not check out when somebody changes %s', async (_what, change) => {
    const explanation = await explained(operator);
    change(explanation);
    expect(() => checkExplanation(explanation, server.services.ledger.vkey)).toThrow(
      expect.objectContaining({ code: 'EXPLANATION_DOES_NOT_FIT' }),
    );
  });

  test('says that an unknown alert is unknown', async () => {
    const answer = await operator.get(`/api/explain/alert/${newIdentifier()}`);
    expect(answer.json()).toMatchObject({ status: 404, code: 'ALERT_NOT_FOUND' });
  });
});

/** Takes entries of a kind out of the document, and every mention of them. */
function drop({ ledger, steps }: Explanation, kind: string): void {
  const gone = ledger.entries.filter(({ entry }) => entry.kind === kind).map(({ index }) => index);
  expect(gone, kind).not.toEqual([]);
  ledger.entries.splice(0, Infinity, ...ledger.entries.filter(({ index }) => !gone.includes(index)));
  for (const step of steps) step.entries = step.entries.filter((index) => !gone.includes(index));
}

function approvalOf({ steps }: Explanation) {
  return (steps[5] as Extract<Explanation['steps'][number], { step: 'approvals' }>).approvals[0]!;
}

type Frame = Extract<Explanation['steps'][number], { step: 'frame' }>;
type Law = Extract<Explanation['steps'][number], { step: 'authorisation' }>;
type Assessment = Extract<Explanation['steps'][number], { step: 'impact-assessment' }>;
type Decisions = Extract<Explanation['steps'][number], { step: 'decisions' }>;
