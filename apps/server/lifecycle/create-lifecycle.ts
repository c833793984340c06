import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Database } from '@amaan/store/open-database';
import type { TrainingService } from '../assurance/training-service.ts';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import type { PermitUpkeep } from '../permits/permit-upkeep.ts';
import type { SystemService } from '../permits/system-service.ts';
import { RegisterService } from '../register/register-service.ts';
import type { RegisterUpkeep } from '../register/register-upkeep.ts';
import { LifecycleService } from './lifecycle-service.ts';
import { operatorTrainingGaps } from './training-gaps.ts';
import { ValidationService } from './validation-service.ts';

export interface LifecycleOptions {
  readonly db: Database;
  readonly systems: readonly AiSystem[];
  readonly systemService: Pick<SystemService, 'get'>;
  readonly registerUpkeep: RegisterUpkeep;
  readonly permitUpkeep: Pick<PermitUpkeep, 'followSystems'>;
  readonly training: Pick<TrainingService, 'list'>;
  readonly clock: ClockGuard;
  readonly now: () => number;
}

/** The register, the lifecycle and the validations of AI systems. */
export interface Lifecycle {
  readonly register: RegisterService;
  readonly lifecycle: LifecycleService;
  readonly validations: ValidationService;
}

/** Joins the services of this room. */
export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { registerUpkeep, permitUpkeep, training } = options;
  const modelsAtHand = () => registerUpkeep.modelsAtHand;
  return {
    register: new RegisterService({ ...options, systems: options.systemService, upkeep: registerUpkeep }),
    lifecycle: new LifecycleService({
      ...options,
      modelsAtHand,
      trainingGaps: async () => operatorTrainingGaps(await training.list()),
      onChanged: async (system, revoked, reason) => {
        registerUpkeep.announceRevoked(system, revoked, reason);
        await permitUpkeep.followSystems();
      },
    }),
    validations: new ValidationService({ ...options, modelsAtHand }),
  };
}
