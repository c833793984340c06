import { once } from 'node:events';
import { LIVE_CLOSE_CODES } from '@amaan/contracts/redaction/live-close-codes';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { announceRedactor, announceWorker, LiveSource } from '../testing/live-source.ts';
import type { TestClient } from '../testing/test-client.ts';
import { UnmaskDesk } from '../testing/unmask-desk.ts';

const MINUTE = 60_000;

let desk: UnmaskDesk;
let worker: LiveSource;
let redactor: LiveSource;
let url: URL;
let cameraId: string;

beforeAll(async () => {
  desk = await UnmaskDesk.open();
  cameraId = desk.watched.camera.id;
  worker = await LiveSource.start('the worker', cameraId);
  redactor = await LiveSource.start('the redactor', cameraId);
  url = new URL(await desk.server.app.listen({ host: '127.0.0.1', port: 0 }));
});
afterEach(() => {
  desk.server.clock.aheadMs = 0;
});
afterAll(async () => {
  await worker?.[Symbol.asyncDispose]();
  await redactor?.[Symbol.asyncDispose]();
  await desk?.[Symbol.asyncDispose]();
});

function watch({ cookie }: TestClient) {
  const viewer = new WebSocket(`ws://${url.host}/api/cameras/${cameraId}/live`, {
    headers: { cookie, origin: url.origin },
  });
  const texts: string[] = [];
  viewer.on('message', (data: Buffer) => texts.push(data.toString()));
  return { texts, closed: once(viewer, 'close').then(([code]) => code as number) };
}

const picture = async (client: TestClient) => (await client.get(`/api/cameras/${cameraId}/picture`)).body;
const openings = async () => (await desk.entries('unmasking.opened')).length;

/** Makes the worker and the redactor known, as of now. */
async function announce(): Promise<void> {
  announceWorker(desk.server, worker, [cameraId]);
  announceRedactor(desk.server, redactor);
  await vi.waitFor(async () => expect(await picture(desk.second)).toBe('picture by the redactor'));
}

describe('a camera’s own view', () => {
  test.each(['asker', 'supervisor', 'time'] as const)(
    'is shown to who was granted it, and is ended by %s',
    async (by) => {
      await announce();
      const { supervisor, second } = desk;
      const masked = watch(supervisor);
      await redactor.next();
      const caseId = await desk.openCase(supervisor);
      const live = { kind: 'live', cameraId, minutes: 2 };
      const { id } = await desk.granted({ client: supervisor, caseId }, live);
      // Who watches the masked view is told to come back.
      expect(await masked.closed).toBe(LIVE_CLOSE_CODES.UNMASKING_BEGAN);
      expect(masked.texts).toEqual(['{"type":"view","masked":true}']);

      const before = await openings();
      const opened = watch(supervisor);
      const source = await worker.next();
      source.send('{"type":"start"}');
      await vi.waitFor(() =>
        expect(opened.texts).toEqual(['{"type":"view","masked":false}', '{"type":"start"}']),
      );
      expect(await picture(supervisor)).toBe('picture by the worker');
      // The view is an opening; a picture beside it is none of its own.
      expect(await openings()).toBe(before + 1);

      // Nobody else sees more than before.
      const other = watch(second);
      await redactor.next();
      expect(await picture(second)).toBe('picture by the redactor');

      const gone = once(source, 'close');
      const reason = { reason: 'It was the wrong street.' };
      if (by === 'asker') await supervisor.post(`/api/unmaskings/${id}/revocation`, reason);
      if (by === 'supervisor') await second.post(`/api/unmaskings/${id}/revocation`, reason);
      if (by === 'time') {
        desk.server.clock.aheadMs = 2 * MINUTE + 1000;
        await desk.server.services.redaction.upkeep.run();
      }
      expect(await opened.closed).toBe(LIVE_CLOSE_CODES.UNMASKING_ENDED);
      await gone;
      await announce();
      expect(await picture(supervisor)).toBe('picture by the redactor');
      expect(other.texts).toEqual(['{"type":"view","masked":true}']);
    },
  );
});
