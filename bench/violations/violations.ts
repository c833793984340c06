import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import type { Benchmark, Figure } from '../figure.ts';
import { type Score, scoreOf } from './score.ts';
import { runTrial } from './trial.ts';
import { resultsFor, runTrials, TRIED_KINDS } from './violation-trials.ts';

/** Seeds that nothing was chosen by, and seconds of each trial; choices were made on seeds 1 to 3. */
const SEEDS = [101, 102, 103, 104];
const SECONDS = 900;
const AIMS = { precision: 0.995, recall: 0.97 } as const;
/** Clocks further apart than what may be proven by, in milliseconds. */
const TOO_FAR_MS = 400;

/**
 * How good suspected violations are: simulated drivers of whom some break the law, made-up cameras with errors of boxes,
 * tracks, clocks and the signal's feed, and the truth from the simulation.
 */
export const benchViolations: Benchmark = async function* () {
  const results = await runTrials(SEEDS, SECONDS);
  const scores = TRIED_KINDS.map((kind) => scoreOf(kind, resultsFor(kind, results)));
  for (const score of scores) yield* figuresOf(score.kind, [score]);
  yield* figuresOf('all kinds', scores);
  const switches = results.reduce((sum, result) => sum + result.switches, 0);
  const tracked = results.reduce((sum, { trackedSeconds }) => sum + trackedSeconds, 0);
  yield figure('tracks that got another number', (60 * switches) / tracked, 'per vehicle and minute');
  const apart = await runTrial({
    seed: SEEDS[0]!,
    seconds: SECONDS,
    rate: 10,
    facing: 'front',
    skewMs: TOO_FAR_MS,
  });
  const bySignal = apart.reported.filter(({ kind }) => kind === 'red-light' || kind === 'stop-line').length;
  yield {
    ...figure(`reports at red with clocks ${TOO_FAR_MS} ms apart`, bySignal, 'reports'),
    aim: 'none',
    met: bySignal === 0,
  };
};

function* figuresOf(name: string, scores: readonly Score[]): Generator<Figure> {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  const right = sum((score) => score.right.length);
  const reported = right + sum(({ wrong }) => wrong.length);
  const truths = sum((score) => score.truths.length);
  const found = truths - sum(({ missed }) => missed.length);
  if (reported > 0) yield share(`${name}: right, of ${reported} reported`, right, reported, AIMS.precision);
  if (truths > 0) yield share(`${name}: reported, of ${truths} that happened`, found, truths, AIMS.recall);
}

function share(name: string, right: number, of: number, atLeast: number): Figure {
  const { low, high } = wilsonInterval(right, of);
  const value = right / of;
  return { ...figure(name, value, ''), interval: [low, high], aim: `≥ ${atLeast}`, met: value >= atLeast };
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'violations', name, value, unit };
}
