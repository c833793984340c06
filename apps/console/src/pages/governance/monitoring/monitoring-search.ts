import { parseChoice, parseText } from '../../../search-params.ts';

export interface MonitoringSearch {
  readonly view?: 'rules' | 'truth';
  /** The pair that is open: all of the three, or none. */
  readonly system?: string;
  readonly group?: string;
  readonly source?: 'simulated';
}

/** Whether the rules or the ground truth are shown, and which AI system on which camera group is open. */
export function parseMonitoringSearch(search: Record<string, unknown>): MonitoringSearch {
  return {
    ...parseChoice(search, 'view', ['rules', 'truth']),
    ...parseText(search, 'system'),
    ...parseText(search, 'group'),
    ...parseChoice(search, 'source', ['simulated']),
  };
}
