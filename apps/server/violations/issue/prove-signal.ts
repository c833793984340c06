import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { PhaseLogged } from '@amaan/contracts/violations/phase-log';
import type { SignalEvidence } from '@amaan/contracts/violations/signal-timeline';
import { listSignalPhases } from '@amaan/store/enforcement/signal-phases';
import type { Database } from '@amaan/store/open-database';
import type { ViolationSuspected } from '@amaan/store/violations/suspicions';
import { ConflictError } from '../../http/http-errors.ts';
import { clockDrop } from '../intake/evidence-set.ts';

/** No light is shown for longer; what is not in the log by then does not come. */
const LONGEST_LIGHT_MS = 10 * 60_000;

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
 *
 * @param now Unix time in milliseconds
 * @throws ConflictError `SIGNAL_LOG_PENDING`: a light is logged when it is over, and that has not come yet
 */
export async function signalDoubt(
  db: Database,
  suspicion: ViolationSuspected,
  now: number,
): Promise<string | null> {
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
  return loggedDoubt(db, signal, redMoments(suspicion), now);
}

async function loggedDoubt(
  db: Database,
  { junctionId, group }: SignalEvidence,
  moments: readonly RedMoment[],
  now: number,
): Promise<string | null> {
  if (junctionId === null || group === null) return 'It is not said which signal it was.';
  const earliest = Math.min(...moments.map(({ at, errorMs }) => at - errorMs));
  const latest = Math.max(...moments.map(({ at, errorMs }) => at + errorMs));
  const read = (from: number, to: number) =>
    listSignalPhases(db, { junctionId, group, from: instantOf(from), to: instantOf(to) });
  const phases = await read(Math.floor(earliest), Math.ceil(latest));
  for (const moment of moments) {
    const doubt = momentDoubt(phases, moment);
    if (doubt === null) continue;
    const isOver = now - latest > LONGEST_LIGHT_MS || (await read(Math.ceil(latest) + 1, now)).length > 0;
    if (isOver || isContradicted(phases, moment)) return doubt;
    throw new ConflictError(
      'SIGNAL_LOG_PENDING',
      'The light that was shown is not over, so the signal’s log does not have it yet. Nothing was decided; answer again in a minute.',
    );
  }
  return null;
}

/** Whether the log says surely of another light than red. */
function isContradicted(phases: readonly PhaseLogged[], { at }: RedMoment): boolean {
  return phases.some(
    ({ from, to, light }) => light !== 'red' && Date.parse(from) <= at && at <= Date.parse(to),
  );
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
