import { newIdentifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getAlertFacts } from './alert-chain.ts';
import { countAlerts, findAlertsOfObservations, getAlert, insertAlerts, listAlerts } from './alerts.ts';
import { insertEvidenceItems, listEvidenceItems } from './evidence-items.ts';
import { appendToLedger } from './ledger-store.ts';
import { getObservation, insertObservations } from './observations.ts';
import type { Database } from './open-database.ts';
import { insertReview } from './reviews.ts';
import { createTestDatabase } from './test-database.ts';
import {
  type SampleDeployment,
  sampleDeployment,
  sampleModel,
  sampleSystem,
} from './testing/sample-deployment.ts';

let db: Database;
let sample: SampleDeployment;
beforeEach(async () => {
  db = await createTestDatabase();
  sample = await sampleDeployment(db);
});
afterEach(() => db.destroy());

async function raise(observation: Observation, raisedAt = observation.capturedAt): Promise<string> {
  await insertObservations(db, [observation]);
  const raised = await insertAlerts(db, [{ observation, rule: sample.rule, raisedAt }]);
  return raised.get(observation.id)!;
}

describe('observations', () => {
  const object = { class: 'person', confidence: 0.5, box: [0, 0, 1, 1], track: 1 } as const;

  test('of every kind come back as they were', async () => {
    const {
      rule,
      direction: _,
      kind: __,
      ...common
    } = sample.observe() as Observation & { kind: 'line-crossed' };
    const others = { ...common, object: { ...object, box: [0, 0, 1, 1] } } satisfies object;
    const at = common.capturedAt;
    const observations = [
      sample.observe(),
      { ...others, id: newIdentifier(), kind: 'zone-entered', rule },
      { ...others, id: newIdentifier(), kind: 'loitering', rule, seconds: 12.5 },
      {
        ...others,
        id: newIdentifier(),
        kind: 'object-seen',
        firstSeenAt: at,
        lastSeenAt: at,
        path: [[0.5, 0.5]],
      },
    ] as Observation[];
    await insertObservations(db, observations);
    for (const observation of observations) {
      expect(await getObservation(db, observation)).toEqual(observation);
    }
  });

  test('that come twice are stored once, also within a batch', async () => {
    const [first, second] = [sample.observe(), sample.observe()];
    expect(await insertObservations(db, [first, first])).toEqual(new Set([first.id]));
    expect(await insertObservations(db, [second, first])).toEqual(new Set([second.id]));
    expect(await insertObservations(db, [])).toEqual(new Set());
  });

  test('of any day find their partition; times that cannot be right are refused', async () => {
    const day = 24 * 60 * 60 * 1000;
    const days = [0, -1, -400, 1].map((n) => sample.observe(Date.now() + n * day));
    expect((await insertObservations(db, days)).size).toBe(4);
    for (const n of [-6 * 366, 30]) {
      const wrong = insertObservations(db, [sample.observe(), sample.observe(Date.now() + n * day)]);
      await expect(wrong).rejects.toMatchObject({ code: 'OBSERVATION_TIME_REFUSED' });
    }
  });

  test('a nameless one is null', async () => {
    expect(
      await getObservation(db, { id: newIdentifier(), capturedAt: '2026-01-01T00:00:00.000Z' }),
    ).toBeNull();
  });
});

describe('alerts', () => {
  test('carry their observation, their evidence and their review', async () => {
    const observation = sample.observe();
    const item = {
      observationId: observation.id,
      capturedAt: observation.capturedAt,
      kind: 'clip' as const,
      digest: 'ab'.repeat(32),
      mediaType: 'video/mp4',
      bytes: 5_000_000_000,
    };
    expect(await insertEvidenceItems(db, [item, item])).toEqual([item]);
    const id = await raise(observation);
    expect(await insertEvidenceItems(db, [item])).toEqual([]);
    expect(await listEvidenceItems(db, observation.id)).toEqual([item]);
    const alert = {
      id,
      siteId: sample.site.id,
      cameraId: sample.cameraId,
      cameraName: 'Gate',
      state: 'new',
      priority: 'high',
      ruleName: 'Exit',
      cause: { kind: 'rule' },
      raisedAt: observation.capturedAt,
      simulated: false,
      observation,
      evidence: [item],
      review: null,
    };
    expect(await getAlert(db, id)).toEqual(alert);
    expect(await findAlertsOfObservations(db, [observation.id, newIdentifier()])).toEqual([alert]);
    expect(await getAlert(db, newIdentifier())).toBeNull();

    const at = '2026-03-01T09:00:00.000Z';
    const input = { decision: 'rejected', reason: 'bad-rule', note: 'the line is on the kerb' } as const;
    const review = await insertReview(db, { alertId: id, input, by: 'u1', byName: 'Amina', at });
    expect(await getAlert(db, id)).toEqual({ ...alert, state: 'rejected', review });
  });

  test('are raised once by an observation', async () => {
    const observation = sample.observe();
    const id = await raise(observation);
    const again = { observation, rule: sample.rule, raisedAt: observation.capturedAt };
    expect((await insertAlerts(db, [again])).size).toBe(0);
    expect((await findAlertsOfObservations(db, [observation.id])).map((alert) => alert.id)).toEqual([id]);
  });

  test('are reviewed once; the second person is told who was first', async () => {
    const id = await raise(sample.observe());
    const review = {
      alertId: id,
      input: { decision: 'confirmed', note: '' },
      by: 'u1',
      at: '2026-03-01T09:00:00.000Z',
    } as const;
    await insertReview(db, { ...review, byName: 'Amina' });
    await expect(insertReview(db, { ...review, byName: 'Bilal' })).rejects.toMatchObject({
      code: 'ALERT_ALREADY_REVIEWED',
      message: expect.stringContaining('Amina'),
    });
    const nowhere = insertReview(db, { ...review, alertId: newIdentifier(), byName: 'Bilal' });
    await expect(nowhere).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
  });

  test('are paged newest first, in step while others arrive, also when raised in the same millisecond', async () => {
    const start = Date.now();
    const ids = [];
    // Two by two at the same instant.
    for (let n = 0; n < 7; n++) ids.push(await raise(sample.observe(start + Math.floor(n / 2))));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAlerts(db, { limit: 3, ...(after !== undefined && { after }) });
      seen.push(...page.alerts.map(({ id }) => id));
      after = page.nextCursor ?? undefined;
      await raise(sample.observe(start + 1000));
    } while (after !== undefined);
    expect(seen).toEqual(ids.toReversed());
    await expect(listAlerts(db, { limit: 3, after: 'nonsense' })).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
  });

  test('are filtered and counted', async () => {
    const first = await raise(sample.observe(), '2026-03-01T08:00:00.000Z');
    const second = await raise({ ...sample.observe(), simulated: true }, '2026-03-01T09:00:00.000Z');
    await insertReview(db, {
      alertId: first,
      input: { decision: 'confirmed', note: '' },
      by: 'u1',
      byName: 'Amina',
      at: '2026-03-01T10:00:00.000Z',
    });
    const found = async (filter: Parameters<typeof countAlerts>[1] & { states?: ['new'] }) =>
      (await listAlerts(db, { ...filter, limit: 10 })).alerts.map(({ id }) => id);
    expect(await found({ states: ['new'] })).toEqual([second]);
    expect(await found({ simulated: false })).toEqual([first]);
    expect(await found({ from: '2026-03-01T08:30:00.000Z' })).toEqual([second]);
    expect(await found({ to: '2026-03-01T09:00:00.000Z' })).toEqual([first]);
    expect(await found({ priorities: ['low'] })).toEqual([]);
    expect(await found({ priorities: [] })).toEqual([]);
    expect(
      await found({ priorities: ['high', 'low'], cameraId: sample.cameraId, siteId: sample.site.id }),
    ).toEqual([second, first]);
    expect(await found({ cameraId: newIdentifier() })).toEqual([]);
    expect(await countAlerts(db, {})).toEqual({ new: 1, confirmed: 1, rejected: 0 });
    expect(await countAlerts(db, { simulated: true })).toEqual({ new: 1, confirmed: 0, rejected: 0 });
  });
});

test('the chain of an alert leads from the frame to the last decision', async () => {
  const observation = sample.observe();
  const id = await raise(observation);
  const { permit, rule } = sample;
  const entry = (kind: string, subject: string) => ({
    kind,
    at: '2026-03-01T09:00:00.000Z',
    actor: 'system:server',
    subject,
    data: {},
  });
  await db
    .transaction()
    .execute((trx) =>
      appendToLedger(trx, [
        entry('permit.issued', `permit:${permit.jti}`),
        entry('camera.added', `camera:${sample.cameraId}`),
        entry('rule.added', `rule:${rule.id}`),
        entry('alert.raised', `alert:${id}`),
      ]),
    );
  const review = await insertReview(db, {
    alertId: id,
    input: { decision: 'confirmed', note: 'seen' },
    by: 'u1',
    byName: 'Amina',
    at: '2026-03-01T09:00:00.000Z',
  });
  const chain = await getAlertFacts(db, id);
  expect(chain).toMatchObject({
    id,
    about: { system: sampleSystem.id, state: 'confirmed', observationId: observation.id },
    frame: { digest: observation.frameDigest, capturedAt: observation.capturedAt, clockOffsetMs: -12.5 },
    model: sampleModel,
    configuration: {
      digest: permit.configurationDigest,
      system: sampleSystem.id,
      version: sampleSystem.version,
      thresholds: sampleSystem.thresholds,
      settings: sampleSystem.settings,
    },
    rule,
    permit: { id: permit.jti, purposes: permit.purposes, revokedAt: null },
    validation: { passed: true, demo: true, configurationDigest: permit.configurationDigest },
    assessment: { status: 'approved', demo: true, record: null },
    suspension: null,
    decisions: [{ id: review.id, what: 'confirmed', reason: null, note: 'seen', byName: 'Amina' }],
  });
  expect(Date.parse(chain!.permit.issuedAt)).toBe(permit.iat * 1000);
  expect(chain!.approvals).toHaveLength(2);
  expect(chain!.approvals[0]).toMatchObject({ by: 'person-1', demo: true });
  // The site's own entry is the first.
  expect(chain!.ledger.map(({ index, text }) => [index, JSON.parse(text).kind])).toEqual([
    [1, 'permit.issued'],
    [3, 'rule.added'],
    [4, 'alert.raised'],
  ]);
  expect(await getAlertFacts(db, newIdentifier())).toBeNull();
});
