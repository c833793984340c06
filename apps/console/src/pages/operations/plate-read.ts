import type { Observation } from '@amaan/contracts/observation';

export type PlateRead = Extract<Observation, { kind: 'plate-read' }>;
