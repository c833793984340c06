import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { SceneRule } from '@amaan/contracts/scene-rule';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { type ObservationContext, REVOCATION_GRACE_MS, refusalOf } from './refusal.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const ISSUED = Math.floor(NOW / 1000) - 3600;
const digest = (text: string) => digestOfBytes(Buffer.from(text));
const cameraId = newIdentifier();
const siteId = newIdentifier();
const rule = SceneRule.parse({
  kind: 'line',
  name: 'Gate',
  line: [
    [0, 0.5],
    [1, 0.5],
  ],
  id: newIdentifier(),
  version: 1,
});
const claims = {
  iss: 'here',
  sub: 'smart-vision',
  jti: newIdentifier(),
  iat: ISSUED,
  exp: ISSUED + 7200,
  version: '1',
  models: [{ id: 'detector', digest: digest('model') }],
  configurationDigest: digest('configuration'),
  cameras: [cameraId],
  purposes: ['object-detection'],
  thresholds: {},
};
const good = lineCrossed({
  cameraId,
  siteId,
  permitId: claims.jti,
  modelDigest: digest('model'),
  configurationDigest: digest('configuration'),
  capturedAt: instantOf(NOW - 1000),
  rule: { id: rule.id, version: 1 },
});
const context: ObservationContext = {
  permit: { claims, revokedAt: null },
  cameraRevokedAt: null,
  camera: { siteId, groupId: newIdentifier(), simulated: false },
  rule: { cameraId, rule },
};
const judge = (change: Partial<Observation>, known: Partial<ObservationContext> = {}) =>
  refusalOf({ ...good, ...change } as Observation, { ...context, ...known }, NOW)?.code ?? null;

describe('what the control plane refuses', () => {
  test('nothing of an observation that fits its permit', () => {
    expect(judge({})).toBeNull();
  });

  test.each<[string, Partial<Observation>, Partial<ObservationContext>]>([
    ['PERMIT_UNKNOWN', {}, { permit: undefined }],
    ['PERMIT_PURPOSE', { system: 'crowd' }, {}],
    ['PERMIT_MODEL_MISMATCH', { modelDigest: digest('another') }, {}],
    ['PERMIT_CONFIGURATION_MISMATCH', { configurationDigest: digest('another') }, {}],
    ['PERMIT_CAMERA_NOT_COVERED', { cameraId: newIdentifier() }, {}],
    ['CAMERA_UNKNOWN', {}, { camera: undefined }],
    ['SITE_MISMATCH', { siteId: newIdentifier() }, {}],
    ['SIMULATION_MISMATCH', { simulated: true }, {}],
    ['RULE_UNKNOWN', {}, { rule: undefined }],
    ['RULE_UNKNOWN', {}, { rule: { cameraId: newIdentifier(), rule } }],
    ['CLOCK_OFFSET_TOO_LARGE', { clockOffsetMs: 4_000_000 }, {}],
    ['CAPTURE_TIME_REFUSED', { capturedAt: '2126-03-01T12:00:00.000Z' }, {}],
    ['CAPTURE_TIME_REFUSED', { capturedAt: '1970-01-01T00:00:00.000Z' }, {}],
    ['PERMIT_NOT_YET_VALID', { capturedAt: instantOf((ISSUED - 31) * 1000) }, {}],
    ['PERMIT_EXPIRED', { capturedAt: instantOf((ISSUED + 7200) * 1000 + 3) }, {}],
  ])('%s', (code, change, known) => {
    expect(judge(change, known)).toBe(code);
  });

  test('what was captured after a revocation and its grace, by the control plane’s clock', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000, max: 60_000 }),
        fc.integer({ min: -30_000, max: 30_000 }),
        (after, clockOffsetMs) => {
          const revoked = NOW - 120_000;
          const late = { capturedAt: instantOf(revoked + after + clockOffsetMs), clockOffsetMs };
          const whole = judge(late, { permit: { claims, revokedAt: instantOf(revoked) } });
          const camera = judge(late, { cameraRevokedAt: instantOf(revoked) });
          const code = after > REVOCATION_GRACE_MS ? 'PERMIT_REVOKED' : null;
          expect([whole, camera]).toEqual([code, code]);
        },
      ),
    );
  });
});
