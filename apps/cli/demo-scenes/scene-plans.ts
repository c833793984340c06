import { prepareBazaarStage } from './bazaar-stage.ts';
import type { ScenePlan } from './demo-scene.ts';
import { prepareGateStage } from './gate-stage.ts';
import { BAZAAR_LANES, GATE_LANES } from './scene-lanes.ts';

/**
 * The demo's cameras. `forward` is towards the camera for a line drawn from left to right, and to the left
 * for one drawn from top to bottom.
 */
export const SCENE_PLANS: readonly ScenePlan[] = [
  {
    slug: 'gate',
    readsPlates: true,
    traffic: GATE_LANES,
    name: 'Gate 2 (simulated scene)',
    nameUr: 'گیٹ ۲ (مصنوعی منظر)',
    position: [74.3402, 31.5512],
    rules: [
      {
        kind: 'line',
        name: 'Passed the gate',
        classes: [],
        alert: true,
        priority: 'medium',
        line: [
          [0.1, 0.85],
          [0.86, 0.85],
        ],
        directions: 'forward',
      },
      {
        kind: 'loitering',
        name: 'Vehicle held at the barrier',
        classes: ['car', 'truck', 'bus'],
        alert: true,
        priority: 'high',
        zone: [
          [0.32, 0.68],
          [0.68, 0.68],
          [0.74, 0.86],
          [0.26, 0.86],
        ],
        seconds: 9,
      },
      {
        kind: 'zone',
        name: 'On foot on the verge',
        classes: ['person'],
        alert: true,
        priority: 'low',
        zone: [
          [0.09, 0.6],
          [0.33, 0.6],
          [0.29, 0.73],
          [0.03, 0.73],
        ],
      },
    ],
    prepare: prepareGateStage,
  },
  {
    slug: 'bazaar',
    readsPlates: false,
    traffic: BAZAAR_LANES,
    name: 'Bazaar Road (simulated scene)',
    nameUr: 'بازار روڈ (مصنوعی منظر)',
    position: [74.3461, 31.5474],
    rules: [
      {
        kind: 'line',
        name: 'Against the traffic',
        classes: [],
        alert: true,
        priority: 'high',
        line: [
          [0.5, 0.65],
          [0.5, 0.8],
        ],
        directions: 'backward',
      },
      {
        kind: 'line',
        name: 'Traffic count',
        classes: ['car', 'bus', 'truck', 'motorcycle', 'bicycle'],
        alert: false,
        priority: 'low',
        line: [
          [0.62, 0.56],
          [0.62, 0.8],
        ],
        directions: 'both',
      },
      {
        kind: 'loitering',
        name: 'Waiting at the kerb',
        classes: ['person'],
        alert: true,
        priority: 'medium',
        zone: [
          [0.55, 0.82],
          [0.85, 0.82],
          [0.88, 0.97],
          [0.52, 0.97],
        ],
        seconds: 10,
      },
    ],
    prepare: prepareBazaarStage,
  },
];
