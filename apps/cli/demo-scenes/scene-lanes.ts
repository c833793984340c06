import { GroundCamera } from './ground-camera.ts';
import { groundLanes } from './ground-lanes.ts';

/** The cameras that draw the scenes. */
export const GATE_CAMERA = new GroundCamera({
  width: 1280,
  height: 720,
  focal: 1800,
  mount: 2.3,
  horizon: 176,
});
export const BAZAAR_CAMERA = new GroundCamera({
  width: 1280,
  height: 720,
  focal: 1150,
  mount: 3.6,
  horizon: 196,
});

/** The way in to the gate: vehicles come towards the camera and wait at the barrier. */
export const GATE_LANES = groundLanes(
  GATE_CAMERA,
  'Gate 2, way in',
  [
    [-2, 10],
    [2, 10],
    [2, 34],
    [-2, 34],
  ],
  [
    {
      ...{ id: 'in', name: 'Way in', approach: 'Gate 2, inbound', bearing: 200, speedLimitKmh: 20 },
      ...{ from: [0, 40], to: [0, 8.8], widthM: 3.4, countAtM: 24, stopAtM: 30.4 },
    },
  ],
  // Where people walk over in front of the barrier.
  [
    [
      [-6.5, 12.2],
      [6.5, 12.2],
      [6.5, 15.4],
      [-6.5, 15.4],
    ],
  ],
);

/** Both lanes of the bazaar road, seen from the side; Pakistan drives on the left, so the near lane runs to the left. */
export const BAZAAR_LANES = groundLanes(
  BAZAAR_CAMERA,
  'Bazaar Road',
  [
    [-4, 12],
    [-4, 18],
    [4, 18],
    [4, 12],
  ],
  [
    {
      ...{
        id: 'west',
        name: 'Near lane',
        approach: 'Bazaar Road westbound',
        bearing: 280,
        speedLimitKmh: 30,
      },
      ...{ from: [7, 13.2], to: [-7, 13.2], widthM: 3.4, countAtM: 7 },
    },
    {
      ...{ id: 'east', name: 'Far lane', approach: 'Bazaar Road eastbound', bearing: 100, speedLimitKmh: 30 },
      ...{ from: [-8.5, 17], to: [8.5, 17], widthM: 3.4, countAtM: 8.5 },
    },
  ],
);
