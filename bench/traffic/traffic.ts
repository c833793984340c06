import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureTraffic } from '@amaan/cli/traffic/measure-traffic';
import { readView } from '@amaan/cli/traffic/read-view';
import { TRAFFIC_INCIDENT_KINDS } from '@amaan/contracts/traffic/traffic-incident';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import type { Benchmark, Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { falseReports, incidentTrials } from './incident-trials.ts';
import { type CameraTrials, cameraTrials } from './speed-trials.ts';

const CAMERAS = 300;
const RATES = [5, 10] as const;
const INCIDENT_SEEDS = 20;
const QUIET_SEEDS = 3;
const QUIET_SECONDS = 1200;
const SYSTEMS = join(import.meta.dirname, '../../systems');

/**
 * How good measuring traffic is: speeds of vehicles before synthetic cameras whose calibration, detector and clock have
 * errors, against the truth and against the errors that are stated; counts on a clip against those made by hand; and how
 * long staged incidents take to be noticed.
 */
export const benchTraffic: Benchmark = async function* () {
  for (const rate of RATES) yield* speedFigures(rate);
  yield* countFigures();
  yield* incidentFigures();
};

function* speedFigures(rate: number): Generator<Figure> {
  const cameras = Array.from({ length: CAMERAS }, (_, seed) => cameraTrials(seed, rate)).filter(
    (camera) => camera !== null,
  );
  for (const method of ['rectangle', 'lane-marks'] as const) {
    const own = cameras.filter((camera) => camera.method === method);
    const usable = own.filter(({ isUsable }) => isUsable).length;
    yield figure(
      `cameras good enough for 120 km/h, by ${method}, ${rate}/s`,
      (100 * usable) / own.length,
      '%',
    );
  }
  const all = cameras.flatMap(({ trials }) => trials);
  const asked = cameras
    .filter(({ isUsable }: CameraTrials) => isUsable)
    .reduce((sum, { vehicles }) => sum + vehicles, 0);
  yield figure(`vehicles at 30–120 km/h with a speed, of ${asked}, ${rate}/s`, all.length, 'vehicles');
  const errors = all.map(({ kmh, measuredKmh }) => Math.abs(measuredKmh - kmh));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const max = Math.max(...errors);
  yield { ...figure(`speed error, mean, ${rate}/s`, mean, 'km/h'), aim: '≤ 1', met: mean <= 1 };
  yield figure(`speed error, 99 %, ${rate}/s`, percentile(errors, 0.99), 'km/h');
  yield { ...figure(`speed error, largest, ${rate}/s`, max, 'km/h'), aim: '≤ 3', met: max <= 3 };
  const ratios = all.map(({ kmh, measuredKmh, statedKmh }) => (measuredKmh - kmh) / statedKmh);
  const spread = Math.sqrt(ratios.reduce((sum, ratio) => sum + ratio ** 2, 0) / ratios.length);
  yield figure(`real error over the stated one, root mean square, ${rate}/s`, spread, '');
  const within = ratios.filter((ratio) => Math.abs(ratio) <= 2).length / ratios.length;
  yield figure(`speeds within twice their stated error, ${rate}/s`, 100 * within, '%');
}

async function* countFigures(): AsyncGenerator<Figure> {
  const clip = sharedData('media/suburban-road.mp4');
  if (!existsSync(clip)) return;
  const view = await readView(join(SYSTEMS, 'traffic-management/testing/suburban-road-view.json'));
  const hand = JSON.parse(await readFile(join(SYSTEMS, 'smart-vision/testing/hand-counts.json'), 'utf8'));
  const { rules } = hand.clips.find(({ file }: { file: string }) => clip.endsWith(file));
  const byHand: number[] = rules.map(({ events }: { events: unknown[] }) => events.length);
  for (const rate of RATES) {
    const counts: number[] = [];
    const options = { view, rate, beganAt: 0, signal: new AbortController().signal };
    const onFailure = (error: Error) => {
      throw error;
    };
    for await (const line of measureTraffic(clip, { ...options, onFailure }))
      if (line.kind === 'total') counts.push(line.figures.vehicles);
    for (const [index, lane] of view.lanes.entries()) {
      const count = counts[index] ?? 0;
      const aim = `${byHand[index]}, by hand`;
      yield {
        ...figure(`suburban road, ${lane.name}, ${rate}/s`, count, 'vehicles'),
        aim,
        met: count === byHand[index],
      };
    }
  }
}

function* incidentFigures(): Generator<Figure> {
  const trials = Array.from({ length: INCIDENT_SEEDS }, (_, seed) => incidentTrials(seed)).flat();
  for (const kind of TRAFFIC_INCIDENT_KINDS) {
    const own = trials.filter((trial) => trial.kind === kind);
    const noticed = own.flatMap(({ secondsToDetect }) => secondsToDetect ?? []);
    yield figure(`${kind}: noticed, of ${own.length}`, noticed.length, 'incidents');
    if (noticed.length === 0) continue;
    yield figure(`${kind}: time to detect, median`, percentile(noticed, 0.5), 's');
    yield figure(`${kind}: time to detect, longest`, Math.max(...noticed), 's');
  }
  const repeated = trials.reduce((sum, trial) => sum + trial.repeated, 0);
  yield { ...figure('incidents reported again', repeated, 'reports'), aim: 'none', met: repeated === 0 };
  const quiet = Array.from({ length: QUIET_SEEDS }, (_, seed) => falseReports(seed, QUIET_SECONDS)).flat();
  yield {
    ...figure(
      `reports in ${(QUIET_SEEDS * QUIET_SECONDS) / 3600} h of free traffic`,
      quiet.length,
      'reports',
    ),
    aim: 'none',
    met: quiet.length === 0,
  };
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'traffic', name, value, unit };
}
