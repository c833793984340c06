import { parseChoice, parseText } from '../../../search-params.ts';

export const INCIDENT_KINDS = ['incident', 'nonconformity', 'corrective-action'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Which of the three lists, and which record is open. */
export function parseIncidentSearch(search: Record<string, unknown>): { kind?: IncidentKind; id?: string } {
  return { ...parseChoice(search, 'kind', INCIDENT_KINDS), ...parseText(search, 'id') };
}
