import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { LIVE_FACE_SEARCHES, type LiveFaceSearches } from '@amaan/contracts/faces/face-search';
import type { LiveFaceAuthorisation } from '@amaan/contracts/faces/live-authorisation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FaceAuthorisations } from './face-authorisations.ts';

const CAMERA = newIdentifier();
/** The server's clock is a minute ahead of the worker's. */
const AHEAD_MS = 60_000;

let answer: () => Promise<unknown>;
let changes: number;
let authorisations: FaceAuthorisations;
beforeEach(() => {
  vi.useFakeTimers();
  changes = 0;
  answer = async () => answerOf([]);
  authorisations = new FaceAuthorisations({
    bus: { request: (subject) => (subject === LIVE_FACE_SEARCHES ? answer() : expect.fail(subject)) },
    onChange: () => {
      changes += 1;
    },
    logger: capturedLogger().logger,
  });
});
afterEach(async () => {
  await authorisations[Symbol.asyncDispose]();
  vi.useRealTimers();
});

function answerOf(of: readonly LiveFaceAuthorisation[]): LiveFaceSearches {
  const serverTime = instantOf(Date.now() + AHEAD_MS);
  return { serverTime, publicKey: 'key', subject: 'faces.search.1', authorisations: [...of] };
}

/** One that ends so many seconds from now, by the server's clock. */
function authorisation(
  seconds: number,
  cameraIds: LiveFaceAuthorisation['cameraIds'] = [CAMERA],
): LiveFaceAuthorisation {
  return {
    ...{ id: newIdentifier(), caseId: newIdentifier(), siteId: newIdentifier() },
    ...{ watchlistId: newIdentifier(), falseMatchesPerSearch: 0.001, cameraIds },
    until: instantOf(Date.now() + AHEAD_MS + seconds * 1000),
  };
}

async function told(...of: LiveFaceAuthorisation[]) {
  answer = async () => answerOf(of);
  authorisations.refresh();
  await vi.advanceTimersByTimeAsync(0);
}
const covering = () => authorisations.covering(CAMERA).map(({ id }) => id);

describe('a camera is searched', () => {
  test('never before anybody says so', () => {
    expect([covering(), authorisations.endpoint]).toEqual([[], null]);
  });

  test('under the authorisations that name it, and no other', async () => {
    const one = authorisation(60);
    await told(one, authorisation(60, [newIdentifier()]), authorisation(60, null));
    expect([covering(), changes]).toEqual([[one.id], 1]);
    await told(one);
    expect(covering()).toEqual([one.id]);
  });

  test('until its time is over, though nobody says anything any more', async () => {
    await told(authorisation(60));
    answer = () => Promise.reject(new Error('The control plane is gone.'));
    await vi.advanceTimersByTimeAsync(59_000);
    expect([covering().length, changes]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(1_001);
    expect([covering().length, changes]).toEqual([0, 2]);
  });

  test('no longer than that where somebody sets the clock back', async () => {
    await told(authorisation(60));
    const began = Date.now();
    await vi.advanceTimersByTimeAsync(30_000);
    vi.setSystemTime(began - 3_600_000);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(covering()).toEqual([]);
  });

  test('not from the moment that its end is said, whatever an older answer says afterwards', async () => {
    const one = authorisation(60);
    await told(one);
    const late = Promise.withResolvers<unknown>();
    answer = () => late.promise;
    authorisations.refresh();
    await vi.advanceTimersByTimeAsync(0);
    authorisations.end([one.id]);
    expect([covering(), changes]).toEqual([[], 2]);
    late.resolve(answerOf([one]));
    await vi.advanceTimersByTimeAsync(0);
    expect([covering(), changes]).toEqual([[], 2]);
  });
});

test('while nobody answers, or not what can be understood, what was said holds and it is asked again', async () => {
  const one = authorisation(600);
  await told(one);
  for (const wrong of [() => Promise.reject(new Error('gone')), async () => ({ authorisations: 'all' })]) {
    answer = wrong;
    authorisations.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(covering()).toEqual([one.id]);
  }
  answer = async () => answerOf([]);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(covering()).toEqual([]);
});
