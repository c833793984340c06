import { parentPort, workerData } from 'node:worker_threads';
import { controllerOf } from '@amaan/traffic-management/signals/controllers/controller-of';
import type { DecidingTimes, DecidingWork } from './decision-rates.ts';

/** Decides its share of the junctions, each at its own place in the recording, and says how long each round took. */
const { controller, recorded, junctions, rounds } = workerData as DecidingWork;
const make = controllerOf(controller)!;
const all = Array.from({ length: junctions }, (_, index) => {
  const { junction, views } = recorded[index % recorded.length]!;
  // Spread over the recording, so that quiet and busy moments are mixed as in a city.
  return {
    controller: make(junction),
    views,
    first: Math.floor((index / junctions) * (views.length - rounds)),
  };
});
const roundMs: number[] = [];
let slowestMs = 0;
for (let round = 0; round < rounds; round++) {
  const began = performance.now();
  for (const { controller: own, views, first } of all) {
    const { view, now } = views[first + round]!;
    const decided = performance.now();
    own.decide(view, now);
    slowestMs = Math.max(slowestMs, performance.now() - decided);
  }
  roundMs.push(performance.now() - began);
}
parentPort!.postMessage({ roundMs, slowestMs } satisfies DecidingTimes);
