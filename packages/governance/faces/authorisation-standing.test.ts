import { FACE_AUTHORISATION_STATES } from '@amaan/contracts/faces/face-authorisation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuthorisationFacts, coversCamera, dueEnd, endOf, isLive } from './authorisation-standing.ts';

const CAMERAS = Array.from({ length: 4 }, () => newIdentifier());
/** A few moments, so that they often coincide. */
const moment = fc.integer({ min: 0, max: 12 }).map((hours) => Date.UTC(2026, 0, 1) + hours * 3_600_000);
const instant = moment.map(instantOf);
const facts: fc.Arbitrary<AuthorisationFacts> = fc.record({
  state: fc.constantFrom(...FACE_AUTHORISATION_STATES),
  from: instant,
  to: instant,
  approveBy: fc.option(instant),
  cameraIds: fc.option(fc.subarray(CAMERAS)),
  caseClosedAt: fc.option(instant),
  watchlistEndsAt: instant,
});
const camera = fc.option(fc.constantFrom(...CAMERAS));

test('only what is in force opens anything, and only within its time, its approval and its list', () => {
  fc.assert(
    fc.property(facts, moment, (one, now) => {
      const expected =
        one.state === 'in-force' &&
        now >= Date.parse(one.from) &&
        now < Date.parse(one.to) &&
        now < Date.parse(one.watchlistEndsAt) &&
        (one.caseClosedAt === null || now < Date.parse(one.caseClosedAt)) &&
        (one.approveBy === null || now < Date.parse(one.approveBy));
      expect(isLive(one, now)).toBe(expected);
    }),
  );
});

test('a camera is covered by a live one that names it, a picture after the event by one without cameras', () => {
  fc.assert(
    fc.property(facts, camera, moment, (one, cameraId, now) => {
      const named = cameraId === null ? one.cameraIds === null : (one.cameraIds ?? []).includes(cameraId);
      expect(coversCamera(one, cameraId, now)).toBe(isLive(one, now) && named);
    }),
  );
});

test('once over it is never live again, and what is live is not due to end', () => {
  fc.assert(
    fc.property(facts, moment, moment, (one, a, b) => {
      const [before, after] = [Math.min(a, b), Math.max(a, b)];
      if (dueEnd(one, before) !== null) expect(isLive(one, after)).toBe(false);
      if (isLive(one, after)) expect(dueEnd(one, after)).toBeNull();
      if (one.state !== 'ended') expect(dueEnd(one, after) === null).toBe(after < endOf(one));
    }),
  );
});

test('an approval only ever lengthens, and an ended one is ended once', () => {
  fc.assert(
    fc.property(facts, moment, (one, now) => {
      expect(endOf({ ...one, approveBy: null })).toBeGreaterThanOrEqual(endOf(one));
      expect(dueEnd({ ...one, state: 'ended' }, now)).toBeNull();
    }),
  );
});

test('the earliest cause is the one that is named', () => {
  const at = (hours: number) => instantOf(Date.UTC(2026, 0, 1, hours));
  const one: AuthorisationFacts = {
    state: 'in-force',
    from: at(0),
    to: at(5),
    approveBy: at(3),
    cameraIds: null,
    caseClosedAt: null,
    watchlistEndsAt: at(4),
  };
  expect(dueEnd(one, Date.parse(at(9)))).toBe('lapsed');
  expect(dueEnd({ ...one, approveBy: null }, Date.parse(at(9)))).toBe('watchlist-ended');
  expect(dueEnd({ ...one, approveBy: null, watchlistEndsAt: at(8) }, Date.parse(at(9)))).toBe('expired');
  expect(dueEnd({ ...one, caseClosedAt: at(2) }, Date.parse(at(2)))).toBe('case-closed');
});
