/** Where somebody begins: the first place of which they may use what it is about. */
const HOMES = [
  { action: 'alert.read', to: '/operations' },
  { action: 'violation-case.review', to: '/violations' },
  { action: 'case.read', to: '/cases' },
  { action: 'camera.change', to: '/cameras' },
  { action: 'record.read', to: '/governance' },
] as const;

/** @param actions what the person may do */
export function homeOf(actions: readonly string[]): (typeof HOMES)[number]['to'] {
  return HOMES.find(({ action }) => actions.includes(action))?.to ?? '/cameras';
}
