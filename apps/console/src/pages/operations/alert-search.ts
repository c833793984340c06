import type { Alert } from '@amaan/contracts/alert';
import type { Priority } from '@amaan/contracts/scene-rule';
import type { AlertFilters } from '../../api/alerts.ts';
import { parseChoice, parseText } from '../../search-params.ts';

/** What the address of the queue says: a link reproduces the screen. */
export interface AlertSearch {
  state?: Alert['state'];
  priority?: Priority;
  camera?: string;
  simulated?: 'false';
  from?: string;
  to?: string;
  /** The alert that is open. */
  alert?: string;
}

export function parseAlertSearch(search: Record<string, unknown>): AlertSearch {
  return {
    ...parseChoice(search, 'state', ['new', 'confirmed', 'rejected']),
    ...parseChoice(search, 'priority', ['critical', 'high', 'medium', 'low']),
    ...parseText(search, 'camera'),
    // The router reads `false` as a boolean.
    ...(String(search.simulated) === 'false' && { simulated: 'false' as const }),
    ...parseText(search, 'from'),
    ...parseText(search, 'to'),
    ...parseText(search, 'alert'),
  };
}

/** The part of the address that the server filters by. */
export function filtersOf({ alert: _alert, camera, ...filters }: AlertSearch): AlertFilters {
  return { ...filters, ...(camera !== undefined && { cameraId: camera }) };
}
