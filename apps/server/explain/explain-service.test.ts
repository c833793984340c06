import type { Alert } from '@amaan/contracts/alert';
import type { Explanation } from '@amaan/contracts/explanation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { checkExplanation } from '@amaan/governance/explain/check-explanation';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';

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
    const observation = lineCrossed(origin);
    await server.workerBus.publish(SUBJECTS.reports, [
      { id: observation.id, payload: { type: 'observation', observation } },
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
      if (['frame', 'model', 'rule', 'permit', 'decisions'].includes(step))
        expect(entries.length, step).toBeGreaterThan(0);
    }
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

type Decisions = Extract<Explanation['steps'][number], { step: 'decisions' }>;
