import type { ControllerName } from '@amaan/contracts/traffic/signal-decision';
import type { ControllerFactory } from '../controller.ts';
import { LookAheadController } from '../look-ahead/look-ahead-controller.ts';
import { ActuatedController } from './actuated.ts';
import { MaxPressureController } from './max-pressure.ts';

/** Makes controllers by their name; null for `fixed`, under which the plan leads and nobody decides. */
export function controllerOf(name: ControllerName): ControllerFactory | null {
  switch (name) {
    case 'fixed':
      return null;
    case 'actuated':
      return (junction) => new ActuatedController(junction);
    case 'max-pressure':
      return (junction) => new MaxPressureController(junction);
    case 'look-ahead':
      return (junction) => new LookAheadController(junction);
  }
}
