import type { Point } from '@amaan/contracts/geometry';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import { type CheckedTrafficView, TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { CalibrationError } from '@amaan/road/calibration/calibration-error';
import { normalRandom } from '@amaan/road/testing/normal-random';
import {
  type CameraPose,
  isInPicture,
  PinholeCamera,
  TEST_PICTURE,
} from '@amaan/road/testing/pinhole-camera';
import { type Mover, objectsAt } from '@amaan/road/testing/synthetic-road';
import { checkView } from '@amaan/traffic-management/measuring/check-view';
import { TrafficMeter } from '@amaan/traffic-management/measuring/traffic-meter';

/** Real errors of the trials, in pixels of 1920 × 1080 and seconds: what the calibration assumes of itself. */
export const TRIAL_ERRORS = { markPx: 1, footPx: 2, frameSeconds: 0.004 } as const;

/** One speed that was measured. */
export interface SpeedTrial {
  readonly kmh: number;
  readonly measuredKmh: number;
  /** Standard error as stated for it. */
  readonly statedKmh: number;
}

/** A camera's trials; none where its calibration says that speeds would not be good enough. */
export interface CameraTrials {
  readonly method: CalibrationInput['method'];
  readonly isUsable: boolean;
  readonly trials: readonly SpeedTrial[];
  readonly vehicles: number;
}

const LANE = { left: -1.75, right: 1.75 };
const DASHES = { lengthM: 9, count: 6 };

/** A camera over a road somewhere within what is usual on masts and bridges. */
function randomPose(uniform: () => number): CameraPose & { readonly offset: number; readonly near: number } {
  const height = 6 + 9 * uniform();
  const near = 12 + 10 * uniform();
  // The lane's near end is seen in the lower part of the picture.
  const focal = 900 + 1100 * uniform();
  const below = Math.atan((0.3 * TEST_PICTURE.height) / focal);
  const pitch = ((Math.atan(height / near) - below) * 180) / Math.PI;
  return { height, pitch, pan: -12 + 24 * uniform(), focal, offset: -6 + 12 * uniform(), near };
}

/**
 * Vehicles at 30 to 120 km/h before one camera that was calibrated with errors, and detected with errors.
 * @param rate frames per second
 */
export function cameraTrials(seed: number, rate: number): CameraTrials | null {
  const uniform = seededRandom(seed);
  const normal = normalRandom(seed + 1_000_000);
  const { offset, near, ...pose } = randomPose(uniform);
  const ideal = new PinholeCamera(pose);
  // The lane runs beside the camera; the road is where the camera sees it.
  const see = ([x, y]: readonly [number, number], up = 0) => ideal.see([x + offset, y], up);
  const camera = { see } as PinholeCamera;
  const method = uniform() < 0.5 ? 'rectangle' : 'lane-marks';
  const far = near + 55;
  const shaken = (at: Point): Point => [
    at[0] + (TRIAL_ERRORS.markPx * normal()) / TEST_PICTURE.width,
    at[1] + (TRIAL_ERRORS.markPx * normal()) / TEST_PICTURE.height,
  ];
  const marks =
    method === 'rectangle'
      ? ([
          [LANE.left - 3.5, near + 1],
          [LANE.right, near + 1],
          [LANE.right, near + 31],
          [LANE.left - 3.5, near + 31],
        ] as const)
      : [LANE.left, LANE.right].flatMap((x) =>
          Array.from({ length: DASHES.count }, (_, index) => [x, near + 1 + DASHES.lengthM * index] as const),
        );
  const seen = marks.map((place) => see(place));
  const corners = [LANE.left, LANE.right].flatMap((x) => [see([x, near]), see([x, far])]);
  // A person would not point a camera so that the lane is cut off.
  if (![...seen, ...corners].every(isInPicture)) return null;
  const set = seen.filter(isInPicture).map(shaken);
  const errors = {
    picture: TEST_PICTURE,
    markErrorPx: TRIAL_ERRORS.markPx,
    footErrorPx: TRIAL_ERRORS.footPx,
    fastestKmh: 120,
  };
  const calibration =
    method === 'rectangle'
      ? { method, ...errors, corners: set, acrossM: 7, alongM: 30 }
      : {
          method,
          ...errors,
          left: set.slice(0, DASHES.count),
          right: set.slice(DASHES.count),
          laneWidthM: LANE.right - LANE.left,
          spacingM: DASHES.lengthM,
        };
  let view: CheckedTrafficView;
  try {
    view = viewOf(see, near, far, CalibrationInput.parse(calibration));
  } catch (error) {
    if (error instanceof CalibrationError) return { method, isUsable: false, trials: [], vehicles: 0 };
    throw error;
  }
  const towards = uniform() < 0.5;
  if (!towards) view.lanes[0]!.travel.reverse();
  const speeds = [30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
  const trials = speeds.flatMap((kmh) =>
    trialOf(view, camera, { kmh, near, far, towards, rate, normal, uniform }),
  );
  return { method, isUsable: trials.length > 0, trials, vehicles: speeds.length };
}

interface Drive {
  readonly kmh: number;
  readonly near: number;
  readonly far: number;
  readonly towards: boolean;
  readonly rate: number;
  readonly normal: () => number;
  readonly uniform: () => number;
}

/** One vehicle over the lane; an empty answer where no speed was given. */
function trialOf(view: CheckedTrafficView, camera: PinholeCamera, drive: Drive): SpeedTrial[] {
  const { kmh, near, far, towards, rate, normal, uniform } = drive;
  const meter = new TrafficMeter(view);
  const late = uniform() / rate;
  const mover: Mover = {
    track: 1,
    class: 'car',
    at: (seconds) => {
      const way = (kmh / 3.6) * (seconds - late);
      const y = towards ? far + 10 - way : near - 5 + way;
      return [0, y];
    },
  };
  const seconds = (far - near + 15) / (kmh / 3.6);
  for (let frame = 0; frame <= seconds * rate + rate * 3; frame++) {
    const now = frame / rate;
    // The frame says a moment that is slightly wrong.
    const told = now + TRIAL_ERRORS.frameSeconds * normal();
    meter.update(
      objectsAt(camera, [mover], now, normal, TRIAL_ERRORS.footPx),
      told,
      1_000_000_000_000 + 1000 * told,
    );
  }
  return meter.finish().minutes.flatMap(({ sums }) =>
    sums.speeds === 0
      ? []
      : [
          {
            kmh,
            measuredKmh: sums.speedSum / 100 / sums.speeds,
            statedKmh: Math.hypot(Math.sqrt(sums.speedNoiseSquares), sums.speedBiasSum) / 100,
          },
        ],
  );
}

function viewOf(
  see: (place: readonly [number, number]) => Point | null,
  near: number,
  far: number,
  calibration: CalibrationInput,
): CheckedTrafficView {
  const corner = (x: number, y: number) => see([x, y])!;
  const counting = near + 15;
  return checkView(
    TrafficViewInput.parse({
      name: 'Trial',
      calibration,
      lanes: [
        {
          id: 'lane',
          name: 'Lane',
          approach: 'Road',
          polygon: [
            corner(LANE.left, near),
            corner(LANE.right, near),
            corner(LANE.right, far),
            corner(LANE.left, far),
          ],
          travel: [corner(0, far), corner(0, near)],
          countingLine: [corner(LANE.left, counting), corner(LANE.right, counting)],
        },
      ],
    }),
  );
}
