import { newIdentifier } from '@amaan/contracts/identifier';
import { expect, it } from 'vitest';
import { RevokedPermits } from './revoked-permits.ts';

const [permit, gate, road] = [newIdentifier(), newIdentifier(), newIdentifier()];

it('adds cameras to cameras, and the whole permit to both', () => {
  const revoked = new RevokedPermits();
  expect(revoked.add({ permitId: permit, cameras: [gate] })).toBe(true);
  expect(revoked.add({ permitId: permit, cameras: [gate] })).toBe(false);
  expect([revoked.has(permit), revoked.hasCamera(permit, gate), revoked.hasCamera(permit, road)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(revoked.add({ permitId: permit, cameras: [road] })).toBe(true);
  expect([...revoked]).toEqual([{ permitId: permit, cameras: [gate, road] }]);
  expect(revoked.add({ permitId: permit, cameras: null })).toBe(true);
  expect([revoked.has(permit), revoked.hasCamera(permit, newIdentifier())]).toEqual([true, true]);
});

it('never shrinks: cameras named after the whole permit change nothing', () => {
  const revoked = new RevokedPermits([{ permitId: permit, cameras: null }]);
  expect(revoked.add({ permitId: permit, cameras: [gate] })).toBe(false);
  expect([...revoked]).toEqual([{ permitId: permit, cameras: null }]);
  expect([...new RevokedPermits(revoked)]).toEqual([...revoked]);
});
