import type { Camera } from '@amaan/contracts/camera';
import type { Explanation } from '@amaan/contracts/explanation';
import type { ViolationCasePage } from '@amaan/contracts/violations/api-violation-cases';
import { checkExplanation } from '@amaan/governance/explain/check-explanation';
import { createTestDatabase } from '@amaan/store/test-database';
import { trafficViolations } from '@amaan/traffic-violations/system';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DemoVehicleRegistry } from '../demo/violations/demo-registry.ts';
import { suspectViolation } from '../demo/violations/suspect-violation.ts';
import { approveSystem } from '../testing/approve-system.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';

const NOTE = 'The driver looked straight at the light.';
const PLATE = 'LEA1347';

let server: TestServer;
let reviewer: TestClient;
let auditor: TestClient;
let challanId: string;

beforeAll(async () => {
  server = await startTestServer(await createTestDatabase(), {
    demo: false,
    registry: new DemoVehicleRegistry(),
    violations: { secondLookShare: 0 },
  });
  const administrator = await signInAs(server, 'administrator');
  const camera: Camera = (
    await administrator.post('/api/cameras', { name: 'Kalma Chowk', url: 'rtsp://10.0.0.5/s1' })
  ).json();
  await approveSystem(server.db, server.services, trafficViolations);
  await server.services.permitUpkeep.followSystems();
  reviewer = await signInAs(server, 'traffic-reviewer');
  auditor = await signInAs(server, 'auditor');
  const { violations } = server.services;
  const desk = { db: server.db, objects: server.objects, now: Date.now };
  await suspectViolation(desk, { cameraId: camera.id, siteId: camera.siteId, plate: PLATE });
  await violations.intake.run();
  const page: ViolationCasePage = (await reviewer.get('/api/violations/cases')).json();
  const answered = await vi.waitFor(async () => {
    const answer = await reviewer.post(`/api/violations/cases/${page.cases[0]?.id}/review`, {
      ...{ decision: 'confirm', note: NOTE },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer;
  });
  challanId = answered.json().challan.id;
  await violations.challans.change(challanId, { step: 'contested', by: null });
  await violations.challans.change(challanId, { step: 'upheld', by: { id: 'x', name: 'Somebody else' } });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await server?.db.destroy();
});

const explained = async (by: TestClient): Promise<Explanation> =>
  (await by.get(`/api/explain/challan/${challanId}`)).json();

test('a challan is explained from the frame to the last decision, proven by itself alone', async () => {
  const explanation = checkExplanation(await explained(reviewer), server.services.ledger.vkey);
  expect(explanation.steps.map(({ step }) => step)).toEqual([
    ...['frame', 'model', 'configuration', 'violation', 'permit', 'approvals', 'validation'],
    ...['impact-assessment', 'authorisation', 'suspension', 'case-decisions', 'challan'],
  ]);
  expect(explanation.about).toMatchObject({ state: 'upheld', violation: 'red-light', simulated: true });
  for (const step of explanation.steps.filter(({ step: name }) => name !== 'authorisation'))
    if (step.step !== 'suspension') expect(step.entries, step.step).not.toEqual([]);
  expect(JSON.stringify(explanation)).toContain(NOTE);
});

test('those who oversee are told it without the words, and nobody is told the plate', async () => {
  const explanation = checkExplanation(await explained(auditor), server.services.ledger.vkey);
  expect(JSON.stringify(explanation)).not.toContain(NOTE);
  for (const by of [auditor, reviewer]) expect(JSON.stringify(await explained(by))).not.toContain(PLATE);
  const operator = await signInAs(server, 'operator');
  expect((await operator.get(`/api/explain/challan/${challanId}`)).statusCode).toBe(403);
});

test.each<[string, (explanation: Explanation) => void]>([
  ['another amount', (of) => change(of, 'challan', (step) => Object.assign(step, { amount: 1 }))],
  [
    'another person',
    (of) => change(of, 'case-decisions', (step) => Object.assign(step.decisions[0]!, { by: 'y' })),
  ],
  ['nobody who confirmed', (of) => change(of, 'case-decisions', (step) => step.decisions.splice(0))],
  [
    'another software',
    (of) => change(of, 'violation', (step) => Object.assign(step, { softwareVersion: '9' })),
  ],
  [
    'another reading',
    (of) => change(of, 'violation', (step) => Object.assign(step.plateRead, { digest: '0'.repeat(64) })),
  ],
  [
    'an event that never was',
    (of) => change(of, 'challan', (step) => Object.assign(step.events[1]!, { event: 'paid' })),
  ],
  ['another law', (of) => change(of, 'challan', (step) => Object.assign(step.law, { section: 'none' }))],
])('a chain with %s does not fit', async (_what, tamper) => {
  const explanation = await explained(reviewer);
  tamper(explanation);
  expect(() => checkExplanation(explanation, server.services.ledger.vkey)).toThrow(
    expect.objectContaining({ code: 'EXPLANATION_DOES_NOT_FIT' }),
  );
});

function change<Name extends Explanation['steps'][number]['step']>(
  { steps }: Explanation,
  name: Name,
  by: (step: Extract<Explanation['steps'][number], { step: Name }>) => unknown,
): void {
  const found = steps.find(
    (step): step is Extract<Explanation['steps'][number], { step: Name }> => step.step === name,
  );
  by(found!);
}
