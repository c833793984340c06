import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type {
  CalibrationPreview,
  CalibrationPreviewInput,
  CalibrationStanding,
  CameraTraffic,
  TrafficViewChange,
} from '@amaan/contracts/traffic/api-traffic-view';
import type { Calibration } from '@amaan/contracts/traffic/calibration';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { BUDGET_REFERENCE, calibrate } from '@amaan/road/calibration/calibrate';
import { CalibrationError } from '@amaan/road/calibration/calibration-error';
import type { Database } from '@amaan/store/open-database';
import { readLastMinutes } from '@amaan/store/traffic/lane-reading';
import {
  getTrafficView,
  listTrafficViewVersions,
  retireTrafficView,
  type StoredTrafficView,
  saveTrafficView,
} from '@amaan/store/traffic/traffic-views';
import { checkView } from '@amaan/traffic-management/measuring/check-view';
import { trafficManagement } from '@amaan/traffic-management/system';
import type { Principal } from '../access/decide.ts';
import { requireCamera } from '../cameras/require-camera.ts';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { type RefusalOf, readTrafficStanding } from './traffic-standing.ts';
import { viewWarnings } from './view-warnings.ts';

export interface TrafficViewServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly refusalOf: RefusalOf;
  /** Called after every committed change, so that workers and consoles follow. */
  readonly onChanged: () => void;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The lanes that people draw on cameras, with their calibration. Every change is a version and in the ledger. */
export class TrafficViewService {
  readonly #options: TrafficViewServiceOptions;

  constructor(options: TrafficViewServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND` */
  async get(cameraId: Identifier, by: Principal): Promise<CameraTraffic> {
    const { db, now, refusalOf } = this.#options;
    const camera = await requireCamera(db, cameraId, by);
    const stored = await getTrafficView(db, cameraId);
    const [history, minutes, standing] = await Promise.all([
      listTrafficViewVersions(db, cameraId),
      readLastMinutes(db, [cameraId], instantOf(now() - DAY_MS)),
      readTrafficStanding(db, refusalOf),
    ]);
    const suspended = standing.suspendedGroups.get(camera.groupId);
    return {
      cameraId,
      view: stored === null ? null : withPlaces(stored.view),
      calibration: calibrationStanding(stored),
      warnings: stored === null ? [] : viewWarnings(stored.view.calibration, stored.view.lanes),
      history,
      lastMeasuredAt: endOfLast([...minutes.values()]),
      stopped:
        stored === null
          ? null
          : (standing.refusal ??
            (suspended === undefined
              ? null
              : `Traffic management is suspended on this group of cameras: ${suspended}`) ??
            silenceOf(camera)),
    };
  }

  /**
   * What a calibration is worth, worked out and not saved.
   * @throws HttpError 422 with the code of the `CalibrationError`
   */
  async preview(
    cameraId: Identifier,
    { calibration: input, lanes }: CalibrationPreviewInput,
    by: Principal,
  ): Promise<CalibrationPreview> {
    await requireCamera(this.#options.db, cameraId, by);
    const { speedErrorKmh: limitKmh } = trafficManagement.thresholds;
    const calibration = checked(() => calibrate(input, { ...BUDGET_REFERENCE, limitKmh }));
    const { homography, budget } = calibration;
    return { homography, budget, warnings: viewWarnings(calibration, lanes) };
  }

  /**
   * Makes the next version of a camera's lanes.
   * @throws NotFoundError `CAMERA_NOT_FOUND`; HttpError 409 `TRAFFIC_VIEW_CHANGED`, 422 for marks that no calibration follows from
   */
  async save(
    cameraId: Identifier,
    { view, seen, note }: TrafficViewChange,
    by: Principal,
  ): Promise<TrafficView> {
    const { calibration, ...lanes } = checked(() => checkView(view));
    return this.#change(cameraId, by, async (tx, at) => {
      const before = await getTrafficView(tx, cameraId);
      const saved = await saveTrafficView(
        tx,
        {
          ...{ cameraId, note, at },
          view: { ...lanes, calibration: keptAnchors(calibration, before) },
          by: { id: by.id, name: by.name },
        },
        seen,
      );
      return { view: saved, kind: 'traffic-view.saved' as const };
    });
  }

  /** Takes the lanes off a camera; what was measured on them stays. @throws as `save` */
  async remove(cameraId: Identifier, seen: number, by: Principal): Promise<void> {
    await this.#change(cameraId, by, async (tx, at) => {
      const removed = await retireTrafficView(tx, cameraId, seen, at);
      if (removed === null) throw new NotFoundError('traffic view');
      return { view: removed, kind: 'traffic-view.removed' as const };
    });
  }

  async #change(
    cameraId: Identifier,
    by: Principal,
    change: (
      tx: Database,
      at: Instant,
    ) => Promise<{ view: TrafficView; kind: 'traffic-view.saved' | 'traffic-view.removed' }>,
  ): Promise<TrafficView> {
    const { db, now, onChanged } = this.#options;
    const at = now();
    const view = await changeInLedger(db, async (tx) => {
      await requireCamera(tx, cameraId, by);
      const changed = await change(tx, instantOf(at));
      const { calibration, ...lanes } = changed.view;
      const entry = ledgerEntry({
        kind: changed.kind,
        at,
        actor: `user:${by.id}`,
        subject: `traffic-view:${changed.view.id}`,
        data: {
          cameraId,
          version: changed.view.version,
          lanes: lanes.lanes.length,
          viewDigest: digestOfJson({ ...lanes, calibration: calibration?.input ?? null }),
        },
      });
      return { result: changed.view, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { TRAFFIC_VIEW_CHANGED: 409 });
    });
    onChanged();
    return view;
  }
}

/** How a calibration stands, from what workers said of it. */
export function calibrationStanding(stored: StoredTrafficView | null): CalibrationStanding {
  const calibration = stored?.view.calibration ?? null;
  if (stored === null || calibration === null) return { state: 'none', at: null, drift: null };
  if (!stored.isWatched) return { state: 'unwatched', at: null, drift: null };
  return { state: stored.drift?.verdict ?? 'steady', at: stored.driftAt, drift: stored.drift };
}

/** The end of the newest of some minutes. */
export function endOfLast(minutes: readonly Instant[]): Instant | null {
  const newest = minutes.toSorted().at(-1);
  return newest === undefined ? null : instantOf(Date.parse(newest) + MINUTE_MS);
}

/** A stored view with the places of its budget, which follow from its marks. */
function withPlaces(view: TrafficView): TrafficView {
  const { calibration } = view;
  if (calibration === null) return view;
  const { limitKmh } = calibration.budget;
  const { budget } = calibrate(calibration.input, { ...BUDGET_REFERENCE, limitKmh });
  return { ...view, calibration: { ...calibration, budget } };
}

/** @throws HttpError 422 for marks and lanes that cannot be */
function checked<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof CalibrationError)) throw error;
    throw new HttpError(422, error.code, `${error.message} Nothing was saved.`, { cause: error });
  }
}

/** Where only lanes changed the camera stands as it did, and what it is told by stays. */
function keptAnchors(calibration: Calibration | null, before: StoredTrafficView | null): Calibration | null {
  const earlier = before?.view.calibration ?? null;
  const isSame =
    calibration !== null &&
    earlier !== null &&
    before?.drift?.verdict !== 'moved' &&
    digestOfJson(earlier.input) === digestOfJson(calibration.input);
  return isSame ? { ...calibration, anchors: earlier.anchors } : calibration;
}

function silenceOf({ simulated, status }: Awaited<ReturnType<typeof requireCamera>>): string | null {
  if (simulated) return null;
  if (status === null) return 'No worker has opened this camera yet.';
  if (status.state !== 'live') return status.error?.message ?? 'The camera sends no pictures now.';
  return status.inferenceDenied;
}
