import type { Bus } from '@amaan/bus/bus';
import type { AiSystem } from '@amaan/contracts/ai-system';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import type { Logger } from 'pino';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import type { RunnableModel } from '../permits/runnable-model.ts';
import { ControlPermits } from './control-permits.ts';
import { EmergencyWaveService } from './emergency-wave-service.ts';
import { JunctionService } from './junction-service.ts';
import { ModeService } from './mode-service.ts';
import { NetworkService } from './network-service.ts';
import { SignalApprovalService } from './signal-approval-service.ts';
import { SignalAssignments } from './signal-assignments.ts';
import { SignalChanges } from './signal-changes.ts';
import { SignalDirectory } from './signal-directory.ts';
import { SignalReports } from './signal-reports.ts';
import { SignalUpkeep } from './signal-upkeep.ts';
import { WhatIfService } from './what-if-service.ts';

export interface SignalsOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly objects: ObjectStore;
  readonly secrets: SecretBox;
  readonly key: PermitSigningKey;
  /** `traffic-management`, as the code has it. */
  readonly system: AiSystem;
  readonly modelsAtHand: () => readonly RunnableModel[];
  readonly clock: ClockGuard;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Junctions, who lets them be controlled, and what becomes of that. */
export interface Signals extends AsyncDisposable {
  readonly junctions: JunctionService;
  readonly networks: NetworkService;
  readonly modes: ModeService;
  readonly approvals: SignalApprovalService;
  readonly waves: EmergencyWaveService;
  readonly whatIfs: WhatIfService;
  readonly directory: SignalDirectory;
  readonly upkeep: SignalUpkeep;
  start(): void;
}

export function createSignals(options: SignalsOptions): Signals {
  const { db, bus, objects, secrets, key, clock, now, logger } = options;
  const stack = new AsyncDisposableStack();
  const changes = new SignalChanges(bus, options.publish);
  const permits = new ControlPermits(options);
  const waves = new EmergencyWaveService({ db, changes, now });
  const directory = stack.use(
    new SignalDirectory({
      bus,
      publish: options.publish,
      onWaves: (progress) => {
        waves
          .take(progress)
          .catch((error: unknown) => logger.error({ err: error }, 'the progress of a wave was not stored'));
      },
      now,
      logger,
    }),
  );
  const junctions = new JunctionService({ db, secrets, permits, directory, changes, now });
  const modes = new ModeService({ db, permits, changes, now });
  const approvals = new SignalApprovalService({ db, modes, changes, now });
  const whatIfs = stack.use(new WhatIfService({ db, bus, changes, now }));
  stack.use(new SignalAssignments({ db, bus, secrets, key, clock, now }));
  stack.use(new SignalReports({ db, bus, whatIfs, changes, logger }));
  const upkeep = stack.use(new SignalUpkeep({ db, approvals, permits, waves, changes, now, logger }));
  return {
    junctions,
    networks: new NetworkService({ db, bus, objects, junctions, changes, now }),
    modes,
    approvals,
    waves,
    whatIfs,
    directory,
    upkeep,
    start: () => upkeep.start(),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
