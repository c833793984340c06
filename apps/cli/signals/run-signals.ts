import { seededRandom } from '@amaan/contracts/seeded-random';
import type { ControllerName } from '@amaan/contracts/traffic/signal-decision';
import { type RunNotice, runScenario } from '@amaan/signals/sumo/run-scenario';
import { controllerOf } from '@amaan/traffic-management/signals/controllers/controller-of';

export interface SignalsRunFlags {
  readonly controller: ControllerName;
  readonly seed: number;
  readonly view: 'camera' | 'truth';
  readonly yellow: number;
  readonly failCamera?: { readonly junction: string; readonly from: number };
}

/** What `amaan signals run` prints. Times in seconds, means over all vehicles. */
export interface SignalsRun {
  readonly delay: number;
  readonly timeLoss: number;
  readonly waitingTime: number;
  readonly duration: number;
  readonly teleports: number;
  readonly unfinished: number;
  readonly vehicles: number;
  readonly neverDeparted: number;
  readonly collisions: number;
  readonly emergencyStops: number;
  /** Signals that the controller led, and all. */
  readonly led: number;
  readonly signals: number;
  /** Milliseconds of the slowest decision; null where nobody decided. */
  readonly slowestDecisionMs: number | null;
  readonly controller: ControllerName;
  readonly view: 'camera' | 'truth';
  readonly seed: number;
}

/** Runs a scenario; what people should know in between goes to stderr. */
export async function runSignals(path: string, flags: SignalsRunFlags): Promise<SignalsRun> {
  const { controller, view, seed, yellow, failCamera } = flags;
  const { decisionMs, ...figures } = await runScenario({
    path,
    controller: controllerOf(controller),
    seed,
    view,
    random: seededRandom(seed),
    times: { yellow },
    ...(failCamera ? { failing: failCamera } : {}),
    onNotice: (notice) => {
      const sentence = sentenceOf(notice);
      if (sentence !== null) process.stderr.write(`amaan: ${sentence}\n`);
    },
  });
  const slowest = decisionMs.reduce((most, one) => Math.max(most, one), -1);
  const slowestDecisionMs = slowest < 0 ? null : round(slowest);
  const { delay, timeLoss, waitingTime, duration, teleports, unfinished, ...others } = figures;
  return {
    delay: round(delay),
    timeLoss: round(timeLoss),
    waitingTime: round(waitingTime),
    duration: round(duration),
    teleports,
    unfinished,
    ...others,
    slowestDecisionMs,
    controller,
    view,
    seed,
  };
}

/** Null for what nobody has to know: a signal with one stage only leaves nothing to control. */
function sentenceOf(notice: RunNotice): string | null {
  if (notice.kind === 'left-to-programme') {
    const { junction, reason } = notice;
    return reason && `Signal ${junction} stays with the programme of the network: ${reason}`;
  }
  const { junction, now, fallback } = notice;
  if (fallback === null) return `Second ${now}: the controller leads signal ${junction} again.`;
  const why: Readonly<Record<typeof fallback, string>> = {
    'no-proposal': 'the controller proposed nothing',
    'unknown-stage': 'the controller proposed a stage that there is not',
    'late-decision': 'the decision came too late',
    'stale-data': 'its cameras have given nothing for more than three seconds',
    contradiction: 'it contradicts itself',
    'controller-failed': 'the controller failed',
  };
  return `Second ${now}: signal ${junction} runs its fixed plan, because ${why[fallback]}.`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
