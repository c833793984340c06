import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { CONTROLLERS } from '@amaan/contracts/traffic/signal-decision';
import { meanInterval } from '@amaan/traffic-management/signals/mean-interval';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import type { Benchmark, Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { decisionRates } from './decision-rates.ts';
import { PUBLISHED_DELAYS } from './published-delays.ts';
import { runSetting, type Setting } from './scenario-runs.ts';

const BENCHMARK = 'signals';
/** May be reduced for a quick look: `AMAAN_BENCH_SEEDS`. */
const SEEDS = Number(process.env.AMAAN_BENCH_SEEDS ?? 5);
/** May be some of them: `AMAAN_BENCH_CONTROLLERS`, separated by commas. */
const CHOSEN = process.env.AMAAN_BENCH_CONTROLLERS?.split(',') ?? CONTROLLERS;
const TRIED = CONTROLLERS.filter((name) => CHOSEN.includes(name));
const LATEST_MS = 200;

/**
 * Delay under every controller, seen by cameras and by the truth, over several seeds; how long decisions take, and how many
 * junctions two cores decide every second. A folder as its argument runs that scenario alone.
 */
export const benchSignals: Benchmark = async function* ({ file }) {
  const paths = file === undefined ? sharedScenarios() : [resolve(file)];
  if (paths.length === 0) throw new Error('There are no scenarios: give the folder of one.');
  const decisions = new Map<string, number[]>();
  for (const path of paths)
    for (const setting of settingsOf(path)) {
      const results = await runSetting(setting, SEEDS);
      const delays = results.map(({ delay }) => delay);
      yield delayFigure(setting, delays);
      // A network can jam for good in one run and not in the next: the mean alone would hide it.
      if (delays.length > 1) yield worstFigure(setting, delays);
      if (setting.controller === 'fixed') continue;
      const taken = decisions.get(setting.controller) ?? [];
      for (const { decisionMs } of results) for (const one of decisionMs) taken.push(one);
      decisions.set(setting.controller, taken);
    }
  for (const [controller, taken] of decisions) yield* decisionFigures(controller, taken);
  for (const path of paths.slice(0, 1))
    for (const controller of TRIED) {
      if (controller === 'fixed') continue;
      yield* decisionRates(BENCHMARK, path, controller);
    }
};

function sharedScenarios(): string[] {
  return Object.keys(PUBLISHED_DELAYS)
    .map((name) => sharedData(`signals/${name}`))
    .filter((path) => existsSync(path));
}

function settingsOf(path: string): Setting[] {
  const scenario = basename(path);
  return TRIED.flatMap((controller): Setting[] => {
    // Under the fixed plan nobody looks.
    const views = controller === 'fixed' ? (['truth'] as const) : (['camera', 'truth'] as const);
    return views.map((view) => ({ scenario, path, controller, view }));
  });
}

function worstFigure(setting: Setting, delays: readonly number[]): Figure {
  const name = `${nameOf(setting)}: worst of ${delays.length} seeds`;
  return { benchmark: BENCHMARK, name, value: round(Math.max(...delays), 2), unit: 's' };
}

function nameOf({ scenario, controller, view }: Setting): string {
  if (controller === 'fixed') return `${scenario}, ${controller}`;
  return `${scenario}, ${controller}, ${view === 'camera' ? 'seen by cameras' : 'truth'}`;
}

function delayFigure(setting: Setting, delays: readonly number[]): Figure {
  const { scenario, controller } = setting;
  const { mean, interval } = meanInterval(delays);
  const rounded = round(mean, 2);
  const published = PUBLISHED_DELAYS[scenario];
  const figure: Figure = {
    benchmark: BENCHMARK,
    name: `${nameOf(setting)}: mean delay over ${delays.length} seeds`,
    value: rounded,
    unit: 's',
    ...(interval ? { interval: [round(interval[0], 2), round(interval[1], 2)] } : {}),
  };
  if (!published) return figure;
  if (controller === 'look-ahead')
    return { ...figure, aim: `< ${published.best} s, the best published`, met: mean < published.best };
  const own = { fixed: published.fixed, 'max-pressure': published.maxPressure, actuated: null }[controller];
  return own === null ? figure : { ...figure, aim: `RESCO’s own run: ${own} s` };
}

function* decisionFigures(controller: string, taken: readonly number[]): Generator<Figure> {
  const worst = taken.reduce((most, one) => Math.max(most, one), 0);
  const figure = (name: string, value: number): Figure => ({
    benchmark: BENCHMARK,
    name: `${controller}: one junction’s decision, ${name}`,
    value: round(value, 3),
    unit: 'ms',
    aim: `≤ ${LATEST_MS} ms`,
    met: value <= LATEST_MS,
  });
  yield figure(`99 % of ${taken.length}`, percentile(taken, 0.99));
  yield figure('slowest', worst);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
