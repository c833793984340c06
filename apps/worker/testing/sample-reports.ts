import { newIdentifier } from '@amaan/contracts/identifier';
import type { Denial } from '@amaan/contracts/observation';
import type { WorkerReport } from '@amaan/contracts/worker-messages';

/** A report that says nothing in particular; its `reason` tells it from others. */
export function sampleDenial(reason = 'for a test'): Extract<WorkerReport, { type: 'denial' }> {
  const denial: Denial = {
    id: newIdentifier(),
    system: 'smart-vision',
    cameraId: null,
    at: '2026-03-01T08:00:00.000Z',
    permitId: null,
    modelDigest: null,
    code: 'PERMIT_REFUSED',
    reason,
  };
  return { type: 'denial', denial };
}
