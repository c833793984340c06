import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Observation } from '@amaan/contracts/observation';
import { SUBJECTS, type WorkerReport } from '@amaan/contracts/worker-messages';
import { listDenials } from '@amaan/store/denials';
import { readLedgerHead } from '@amaan/store/ledger-store';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';

describe('ingest', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let watched: WatchedCamera;

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    watched = await addWatchedCamera(server, await signInAs(server, 'administrator'));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const send = (...payloads: unknown[]) =>
    server.workerBus.publish(
      SUBJECTS.reports,
      payloads.map((payload) => ({ id: newIdentifier(), payload })),
    );
  const report = (observation: Observation): WorkerReport => ({ type: 'observation', observation });
  const count = async (table: 'observation' | 'alert' | 'evidence_item' | 'denial') =>
    (
      await server.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  const isStored = async (id: string) =>
    (await server.db.selectFrom('observation').select('id').where('id', '=', id).execute()).length === 1;

  test('what was acknowledged is stored, and delivered twice it changes nothing', async () => {
    const observations = [1, 2, 3].map(() => lineCrossed(watched.origin));
    const reports = observations.map(report);
    await send(...reports, reports[0]);
    for (const { id } of observations) expect(await isStored(id)).toBe(true);
    const alerts = await count('alert');
    const { size } = await readLedgerHead(server.db);
    await Promise.all([send(...reports), send(...reports.toReversed())]);
    expect(await count('alert')).toBe(alerts);
    expect((await readLedgerHead(server.db)).size).toBe(size);
  });

  test('a rule that only counts raises no alert', async () => {
    const client = await signInAs(server, 'operator');
    const drawn = await client.post(`/api/cameras/${watched.camera.id}/rules`, {
      kind: 'zone',
      name: 'Count',
      alert: false,
      zone: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    });
    const { id, version } = drawn.json();
    const alerts = await count('alert');
    const observation = lineCrossed({ ...watched.origin, rule: { id, version } });
    await send(report(observation));
    expect(await isStored(observation.id)).toBe(true);
    expect(await count('alert')).toBe(alerts);
  });

  test('evidence may come before its alert', async () => {
    const observation = lineCrossed(watched.origin);
    const digest = await server.objects.put(Buffer.from('picture'));
    const item = {
      observationId: observation.id,
      capturedAt: observation.capturedAt,
      kind: 'picture' as const,
      digest,
      mediaType: 'image/jpeg',
      bytes: 7,
    };
    await send({ type: 'evidence', item });
    await send(report(observation));
    await send({ type: 'evidence', item: { ...item, kind: 'clip', mediaType: 'video/mp4' } });
    const { alerts } = await server.services.alerts.page({ limit: 1 }, somebody('operator'));
    expect(alerts[0]?.observation.id).toBe(observation.id);
    expect(alerts[0]?.evidence.map(({ kind }) => kind).sort()).toEqual(['clip', 'picture']);
  });

  test('the digest of every picture and clip is in the ledger, once, with what it is', async () => {
    const observation = lineCrossed(watched.origin);
    const { id: observationId, capturedAt } = observation;
    const shared = { observationId, capturedAt, bytes: 7 };
    const picture = { ...shared, kind: 'picture', digest: 'a'.repeat(64), mediaType: 'image/jpeg' };
    const clip = { ...shared, kind: 'clip', digest: 'b'.repeat(64), mediaType: 'video/mp4' };
    await send(report(observation), { type: 'evidence', item: picture }, { type: 'evidence', item: clip });
    // It comes again, the second time with another digest: what was recorded first stays.
    await send({ type: 'evidence', item: picture });
    await send({ type: 'evidence', item: { ...clip, digest: 'c'.repeat(64) } });
    const entries = await server.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('subject', '=', `evidence:${observationId}`)
      .execute();
    const stored = entries.map(({ entry }) => LedgerEntry.parse(JSON.parse(entry)));
    expect(stored.map(({ kind }) => kind)).toEqual(stored.map(() => 'evidence.recorded'));
    const items = stored.flatMap(({ data }) => data.items as { kind: string }[]);
    expect(items.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'clip', digest: clip.digest, mediaType: 'video/mp4', bytes: 7 },
      { kind: 'picture', digest: picture.digest, mediaType: 'image/jpeg', bytes: 7 },
    ]);
  });

  test('what its permit does not cover becomes a denial, once', async () => {
    const stranger = lineCrossed({ ...watched.origin, permitId: newIdentifier() });
    const good = lineCrossed(watched.origin);
    await send(report(stranger), report(good));
    await send(report(stranger));
    expect(await isStored(stranger.id)).toBe(false);
    expect(await isStored(good.id)).toBe(true);
    const denials = (await listDenials(server.db)).filter(({ permitId }) => permitId === stranger.permitId);
    expect(denials).toMatchObject([{ code: 'PERMIT_UNKNOWN', cameraId: watched.camera.id }]);
    const recorded = await server.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject', '=', `denial:${denials[0]!.id}`)
      .execute();
    expect(recorded).toEqual([{ kind: 'inference.denied' }]);
  });

  test('a denial of a worker is kept with its ledger entry', async () => {
    const denial = {
      id: newIdentifier(),
      system: 'smart-vision',
      cameraId: watched.camera.id,
      at: instantOf(Date.now()),
      permitId: null,
      modelDigest: null,
      code: 'PERMIT_EXPIRED',
      reason: 'The permit ended.',
    };
    await send({ type: 'denial', denial }, { type: 'denial', denial });
    expect((await listDenials(server.db)).filter(({ id }) => id === denial.id)).toEqual([denial]);
  });

  test('a value that the database cannot hold puts aside its message and no other', async () => {
    const denial = {
      id: newIdentifier(),
      system: 'smart-vision',
      cameraId: null,
      at: instantOf(Date.now()),
      permitId: null,
      modelDigest: null,
      code: 'X',
      reason: 'a\0b',
    };
    const good = lineCrossed(watched.origin);
    await send({ type: 'denial', denial }, report(good));
    expect(await isStored(good.id)).toBe(true);
    expect((await listDenials(server.db))[0]).toMatchObject({ code: 'REPORT_UNSTORABLE' });
  });

  test('no malformed message holds up the rest', async () => {
    const shapes = fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constantFrom('observation', 'evidence', 'denial', 'x'), item: fc.jsonValue() }),
      fc.record({
        type: fc.constant('observation'),
        observation: fc
          .tuple(fc.constantFrom(...Object.keys(lineCrossed(watched.origin))), fc.jsonValue())
          .map(([member, value]) => ({ ...lineCrossed(watched.origin), [member]: value })),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(shapes, { minLength: 1, maxLength: 5 }), async (nonsense) => {
        const good = lineCrossed(watched.origin);
        await send(...nonsense, report(good));
        expect(await isStored(good.id)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(await count('denial')).toBeGreaterThan(60);
  });
});
