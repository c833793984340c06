import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { Assignment, SUBJECTS } from '@amaan/contracts/worker-messages';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturedLogger } from '../testing/captured-logger.ts';
import { ControlFeed } from './control-feed.ts';

const empty = (serverTime = instantOf(Date.now())): Assignment => ({
  serverTime,
  cameras: [],
  permits: [],
  permitKeys: [],
  revokedPermits: [],
  revokedCameras: [],
});

/** A feed whose control plane answers as told, and what it applied. */
function feedOf(answer: () => Promise<unknown>, retryMs = 1) {
  const applied: Assignment[] = [];
  const { logger, lines } = capturedLogger();
  const feed = new ControlFeed({
    bus: { request: answer },
    ...{ subject: SUBJECTS.assignment, schema: Assignment, id: newIdentifier() },
    apply: async (assignment) => {
      applied.push(assignment);
    },
    logger,
    retryMs,
  });
  return { feed, applied, lines };
}

test('measures how far this clock is from the control plane’s', async () => {
  const { feed, applied } = feedOf(async () => empty(instantOf(Date.now() - 90_000)));
  feed.refresh();
  await expect.poll(() => applied.length).toBe(1);
  expect(Math.abs(feed.clockOffsetMs - 90_000)).toBeLessThan(1_000);
  await feed[Symbol.asyncDispose]();
});

test('asks again until it is answered, once at a time however often it was told to ask', async () => {
  let asked = 0;
  const { feed, applied, lines } = feedOf(async () => {
    asked += 1;
    if (asked <= 20) throw new Error('Nobody answers.');
    return empty();
  });
  for (let call = 0; call < 1_000; call++) feed.refresh();
  await expect.poll(() => applied.length).toBe(1);
  expect(asked).toBe(21);
  expect(lines).toHaveLength(20);
  await feed[Symbol.asyncDispose]();
});

test('asks once more when something changes while it asks', async () => {
  const doors = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
  let asked = 0;
  const { feed, applied } = feedOf(() => doors[asked++]!.promise);
  feed.refresh();
  await expect.poll(() => asked).toBe(1);
  for (let call = 0; call < 10; call++) feed.refresh();
  doors[0]?.resolve(empty());
  await expect.poll(() => asked).toBe(2);
  doors[1]?.resolve(empty());
  await expect.poll(() => applied.length).toBe(2);
  await feed[Symbol.asyncDispose]();
  feed.refresh();
  expect(asked).toBe(2);
});

test('whatever it is answered, it goes on and applies nothing that is not an assignment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), async (answers) => {
      const { feed, applied, lines } = feedOf(async () => (answers.length > 0 ? answers.shift() : empty()));
      const wrong = answers.length;
      feed.refresh();
      await expect.poll(() => applied.length, { interval: 1 }).toBe(1);
      expect(lines).toHaveLength(wrong);
      await feed[Symbol.asyncDispose]();
    }),
    { numRuns: 50 },
  );
});

test('refuses a half-valid answer as a whole, and says where it is wrong but not what stands there', async () => {
  const camera = {
    id: newIdentifier(),
    siteId: newIdentifier(),
    name: 'Gate',
    url: 'rtsp://user:secret@127.0.0.1/x',
    analysisRate: 5,
    rules: [],
  };
  const answers: unknown[] = [{ ...empty(), cameras: [camera, { ...camera, id: 'secret' }] }];
  const { feed, applied, lines } = feedOf(async () => answers.shift() ?? empty());
  feed.refresh();
  await expect.poll(() => applied.length).toBe(1);
  expect(applied).toEqual([expect.objectContaining({ cameras: [] })]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('ASSIGNMENT_MALFORMED');
  expect(lines[0]).toContain('cameras.1.id');
  expect(lines[0]).not.toContain('secret');
  await feed[Symbol.asyncDispose]();
});
