import type { SystemView } from '@amaan/contracts/api/system-view';
import type { PublicState } from '@amaan/contracts/public-register';

/** What a stage means to somebody outside: everything before a pilot is only planned. */
export function publicStateOf({ stage, suspension }: Pick<SystemView, 'stage' | 'suspension'>): PublicState {
  if (stage === 'retired') return 'retired';
  if (stage === 'suspended' || (suspension !== null && (stage === 'pilot' || stage === 'operational'))) {
    return 'suspended';
  }
  return stage === 'pilot' || stage === 'operational' ? stage : 'planned';
}
