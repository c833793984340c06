import { digestOfJson } from '@amaan/contracts/digest-of';
import type { MeasuredFigure, ValidationInput } from '@amaan/contracts/governance/validation';
import { presentCombination } from '@amaan/governance/combination';
import { trafficViolations } from '@amaan/traffic-violations/system';
import { installedModels } from '@amaan/vision/models/installed-models';
import { scoreOf } from '../../../bench/violations/score.ts';
import { FEED_ERRORS } from '../../../bench/violations/signal-feed.ts';
import { CAMERA_ERRORS } from '../../../bench/violations/synthetic-camera.ts';
import { TRACK_ERRORS } from '../../../bench/violations/track-noise.ts';
import type { TrialResult } from '../../../bench/violations/trial.ts';
import { resultsFor, runTrials, TRIED_KINDS } from '../../../bench/violations/violation-trials.ts';
import { shareFigure } from './share-figure.ts';

/**
 * What the lower end of the interval has to reach for cases that are put before people: over everything, and for a kind, of
 * which there are few. How many are found is reported and not judged: in doubt there is no case.
 */
const AIMS = { all: 0.97, group: 0.6 };
/** Seeds that nothing was chosen by, and seconds of each trial: not those of `amaan bench violations`. */
const SEEDS = [301, 302, 303];
const SECONDS = 900;

/**
 * Measures what is reported of simulated drivers before made-up cameras against what they did.
 * @throws SumoError `SUMO_MISSING`
 */
export async function measureTrafficViolations(): Promise<ValidationInput> {
  const results = await runTrials(SEEDS, SECONDS);
  const installed = await installedModels(trafficViolations.models);
  const models = installed.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
  const combination = presentCombination(trafficViolations, models);
  const hours = (results.length * SECONDS) / 3600;
  return {
    ...combination,
    models: [...combination.models],
    dataset: {
      name: `Drivers of a traffic simulation (SUMO) before ${results.length} made-up cameras, ${hours} hours`,
      digest: digestOfJson({ SEEDS, SECONDS, CAMERA_ERRORS, TRACK_ERRORS, FEED_ERRORS }),
      licence: 'Apache-2.0',
      provenance:
        'The network and its drivers are made up by bench/violations; SUMO decides what they do. No person or place stands behind them.',
      preparation:
        'Boxes with errors and gaps, hidden vehicles, exchanged tracks, clocks that are off and a signal feed that is late. The truth is taken from the simulation alone. What lies within the stated errors (up to 4 km/h above limit and tolerance, up to 0.7 s after red and grace) counts neither as found nor as missed.',
    },
    figures: figuresOf(results),
    command: 'amaan govern validate traffic-violations',
    statement:
      'SIMULATED drivers before MADE-UP cameras by day, without rain, rickshaws and carts, and without any real picture: enough for a pilot in which a person decides every case, and no word on how many violations a real road hides. Helmets, seat belts and average speed were not measured.',
  };
}

function figuresOf(results: readonly TrialResult[]): MeasuredFigure[] {
  const scores = TRIED_KINDS.map((kind) => scoreOf(kind, resultsFor(kind, results)));
  const sum = (of: (score: (typeof scores)[number]) => number) =>
    scores.reduce((total, score) => total + of(score), 0);
  const right = sum((score) => score.right.length);
  const found = sum((score) => score.truths.length - score.missed.length);
  const precision = 'reported cases that are right';
  const recall = 'violations that are reported';
  return [
    shareFigure(precision, null, { right, of: right + sum(({ wrong }) => wrong.length) }, AIMS.all),
    ...scores.flatMap(({ kind, right: own, wrong }) =>
      own.length + wrong.length === 0
        ? []
        : [shareFigure(precision, kind, { right: own.length, of: own.length + wrong.length }, AIMS.group)],
    ),
    shareFigure(recall, null, { right: found, of: sum(({ truths }) => truths.length) }, null),
    ...scores.flatMap(({ kind, truths, missed }) =>
      truths.length === 0
        ? []
        : [shareFigure(recall, kind, { right: truths.length - missed.length, of: truths.length }, null)],
    ),
  ];
}
