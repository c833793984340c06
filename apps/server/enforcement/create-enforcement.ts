import type { Bus } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import { SIGNAL_SUBJECTS } from '@amaan/contracts/traffic/signal-messages';
import { EVIDENCE_ORDER_SUBJECT } from '@amaan/contracts/violations/evidence-order';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { RefusalOf } from '../traffic/traffic-standing.ts';
import { ClockDesk } from './clock-desk.ts';
import type { EnforcementGate } from './enforcement-gate.ts';
import { EnforcementIntake } from './enforcement-intake.ts';
import { EnforcementService } from './enforcement-service.ts';
import { EnforcementUpkeep } from './enforcement-upkeep.ts';
import { PhaseBoard } from './phase-board.ts';
import { SectionMatcher } from './section-matcher.ts';
import { SectionService } from './section-service.ts';

export interface EnforcementOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly defaultSiteId: Identifier;
  readonly gate: EnforcementGate;
  readonly refusalOf: RefusalOf;
  readonly clockOf: (cameraId: Identifier) => ClockProof | null;
  readonly announceAssignment: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What is enforced where, and what is known of the signals and clocks that it rests on. */
export interface Enforcement extends AsyncDisposable {
  readonly plans: EnforcementService;
  readonly sections: SectionService;
  readonly phases: PhaseBoard;
  readonly intake: EnforcementIntake;
  readonly upkeep: EnforcementUpkeep;
  /** The job beside the requests: vehicles whose time on a section is over. */
  start(): void;
}

export function createEnforcement(options: EnforcementOptions): Enforcement {
  const { db, bus, now, announceAssignment } = options;
  const stack = new AsyncDisposableStack();
  stack.use(new ClockDesk({ bus, now }));
  const phases = stack.use(new PhaseBoard({ bus, now }));
  const upkeep = stack.use(new EnforcementUpkeep(options));
  const onChanged = () => {
    announceAssignment();
    bus.announce(SIGNAL_SUBJECTS.assignmentChanged, {});
  };
  return {
    plans: new EnforcementService({ ...options, phases, onChanged }),
    sections: new SectionService({ db, defaultSiteId: options.defaultSiteId, now, onChanged }),
    phases,
    intake: new EnforcementIntake(
      new SectionMatcher({ order: (order) => bus.announce(EVIDENCE_ORDER_SUBJECT, order) }),
    ),
    upkeep,
    start: () => upkeep.start(),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
