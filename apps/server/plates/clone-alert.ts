import { instantOf } from '@amaan/contracts/instant';
import type { CloneSuspicion } from '@amaan/contracts/plates/journey';
import type { PlateRead } from '@amaan/store/plates/sightings';
import type { AlertToRaise } from '../alerts/raise-alerts.ts';

/** The alert that one plate seems to be on two vehicles. */
export function cloneAlert(observation: PlateRead, suspicion: CloneSuspicion, now: number): AlertToRaise {
  return {
    observation,
    raisedAt: instantOf(now),
    cause: { kind: 'clone', suspicion },
    name:
      suspicion.kind === 'impossible-travel' ? 'One plate at two places' : 'Plate and vehicle do not match',
    priority: 'high',
  };
}
