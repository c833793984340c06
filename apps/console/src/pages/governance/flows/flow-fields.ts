import type { FlowKind } from '../../../api/flows.ts';
import type { en } from '../../../messages/en.ts';

/** A member of a record's body that a person fills in. */
export interface FlowField {
  readonly name: string;
  readonly label: keyof typeof en.incidents.field;
  readonly input: 'long' | 'date' | 'severity' | 'source' | 'lines' | 'records' | 'systems' | 'decisions';
  /** Without it the record cannot be saved. */
  readonly needed?: true;
}

/** In the order in which they are filled in. */
export const FLOW_FIELDS: Readonly<Record<FlowKind, readonly FlowField[]>> = {
  incident: [
    { name: 'severity', label: 'severity', input: 'severity', needed: true },
    { name: 'detectedAt', label: 'detectedAt', input: 'date', needed: true },
    { name: 'what', label: 'what', input: 'long', needed: true },
    { name: 'cause', label: 'cause', input: 'long' },
    { name: 'correction', label: 'correction', input: 'long' },
  ],
  nonconformity: [
    { name: 'source', label: 'source', input: 'source', needed: true },
    { name: 'what', label: 'what', input: 'long', needed: true },
    { name: 'records', label: 'records', input: 'records' },
    { name: 'controls', label: 'controls', input: 'lines' },
    { name: 'cause', label: 'cause', input: 'long' },
    { name: 'correction', label: 'correction', input: 'long' },
  ],
  'corrective-action': [
    { name: 'what', label: 'what', input: 'long', needed: true },
    { name: 'dueAt', label: 'dueAt', input: 'date', needed: true },
    { name: 'evidence', label: 'evidence', input: 'long' },
    { name: 'effect', label: 'effect', input: 'long' },
  ],
  audit: [
    { name: 'scope', label: 'scope', input: 'long', needed: true },
    { name: 'plannedAt', label: 'plannedAt', input: 'date', needed: true },
    { name: 'systems', label: 'systems', input: 'systems' },
    { name: 'controls', label: 'controls', input: 'lines' },
    { name: 'conclusion', label: 'conclusion', input: 'long' },
  ],
  'management-review': [
    { name: 'heldAt', label: 'heldAt', input: 'date', needed: true },
    { name: 'participants', label: 'participants', input: 'lines' },
    { name: 'earlierDecisions', label: 'earlierDecisions', input: 'decisions' },
    { name: 'previousDecisions', label: 'previousDecisions', input: 'long' },
    { name: 'changes', label: 'changes', input: 'long' },
    { name: 'decisions', label: 'decisions', input: 'long' },
    { name: 'resources', label: 'resources', input: 'long' },
  ],
};

/** The body of a record that is not there yet. */
export function emptyBody(kind: FlowKind): Record<string, unknown> {
  const today = new Date().toISOString();
  const start = FLOW_FIELDS[kind].map(({ name, input }): [string, unknown] => {
    if (input === 'date') return [name, today];
    if (input === 'lines' || input === 'records' || input === 'systems' || input === 'decisions')
      return [name, []];
    return [name, input === 'severity' ? 'medium' : input === 'source' ? 'person' : ''];
  });
  return { ...Object.fromEntries(start), ...(kind === 'incident' && { cameraGroupId: null }) };
}

/** The needed members that are empty. */
export function missingFields(kind: FlowKind, body: Record<string, unknown>): string[] {
  return FLOW_FIELDS[kind].filter(({ name, needed }) => needed && !body[name]).map(({ name }) => name);
}
