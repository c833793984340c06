import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { PhaseLogged } from '@amaan/contracts/violations/phase-log';
import type { SignalEvidence } from '@amaan/contracts/violations/signal-timeline';
import { listSignalPhases } from '@amaan/store/enforcement/signal-phases';
import type { Database } from '@amaan/store/open-database';
import type { ViolationSuspected } from '@amaan/store/violations/suspicions';
import { clockDrop } from '../intake/evidence-set.ts';

/** A moment in which the light must have been red, by the control plane's clock. */
interface RedMoment {
  readonly what: 'entry' | 'exit';
  readonly at: number;
  /** Greatest error, in milliseconds. */
  readonly errorMs: number;
}

/**
 * Why the server itself does not find a red light proven, in one sentence, right before a challan is issued; null: it is
 * proven, or the violation is none of a signal. It looks into the log that the junction's controller wrote, not at what the
 * worker reported: red must have been shown at entry and exit with all errors of clocks and readings, without a gap.
 */
export async function signalDoubt(db: Database, suspicion: ViolationSuspected): Promise<string | null> {
  const { violation, capturedAt } = suspicion;
  if (!('signal' in violation)) return null;
  const { signal } = violation;
  const clock = clockDrop(signal, capturedAt);
  if (clock !== null)
    return clock === 'clock-skew'
      ? 'The clocks of camera and signal are too far apart.'
      : 'Nobody compared the clocks of camera and signal near that time.';
  // The lamps are in the pictures themselves: there is no controller to ask.
  if (signal.source === 'picture') return null;
  return loggedDoubt(db, signal, redMoments(suspicion));
}

async function loggedDoubt(
  db: Database,
  { junctionId, group }: SignalEvidence,
  moments: readonly RedMoment[],
): Promise<string | null> {
  if (junctionId === null || group === null) return 'It is not said which signal it was.';
  const earliest = Math.min(...moments.map(({ at, errorMs }) => at - errorMs));
  const latest = Math.max(...moments.map(({ at, errorMs }) => at + errorMs));
  const phases = await listSignalPhases(db, {
    ...{ junctionId, group },
    ...{ from: instantOf(Math.floor(earliest)), to: instantOf(Math.ceil(latest)) },
  });
  for (const moment of moments) {
    const doubt = momentDoubt(phases, moment);
    if (doubt !== null) return doubt;
  }
  return null;
}

/** Exported for tests: why the log does not show red over all of a moment. */
export function momentDoubt(phases: readonly PhaseLogged[], { what, at, errorMs }: RedMoment): string | null {
  const covering = phases.find(({ from, to, errorMs: logError }) => {
    const isSince = Date.parse(from) + logError <= at - errorMs;
    return isSince && Date.parse(to) - logError >= at + errorMs;
  });
  if (covering?.light === 'red' && covering.clock !== null) return null;
  if (covering?.light === 'red') return 'The clock of the controller was not proven.';
  if (covering !== undefined) return `At the ${what} the controller’s log says ${covering.light}.`;
  const near = phases.find(({ from, to }) => Date.parse(from) <= at && at <= Date.parse(to));
  return near === undefined
    ? `The controller’s log has a gap at the ${what}.`
    : `At the ${what} the light changed too near in time to be sure.`;
}

/** The crossings by the control plane's clock. */
function redMoments({ violation, clockOffsetMs }: ViolationSuspected): RedMoment[] {
  const moment = (what: RedMoment['what'], at: Instant, errorMs: number): RedMoment => ({
    ...{ what, at: Date.parse(at) - clockOffsetMs, errorMs },
  });
  if (violation.kind === 'red-light')
    return [
      moment('entry', violation.entry.at, violation.entry.errorMs),
      moment('exit', violation.exit.at, violation.exit.errorMs),
    ];
  if (violation.kind === 'stop-line') return [moment('entry', violation.entry.at, violation.entry.errorMs)];
  return [];
}
