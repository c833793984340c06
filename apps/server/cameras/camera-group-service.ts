import type { CameraGroup, CameraGroupInput } from '@amaan/contracts/api/camera-group';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import {
  getCameraGroup,
  insertCameraGroup,
  listCameraGroups,
  moveCamerasToGroup,
  renameCameraGroup,
} from '@amaan/store/camera-groups';
import type { Database } from '@amaan/store/open-database';
import { listSites } from '@amaan/store/sites';
import { coversSite, type Principal } from '../access/decide.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { refuseSuspendedGroups } from './refuse-suspended-groups.ts';

export interface CameraGroupServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  /** Called after cameras were moved, so that permits and consoles follow. */
  readonly onChanged: () => Promise<void>;
}

const STATUSES = {
  CAMERA_GROUP_NOT_FOUND: 404,
  CAMERA_GROUP_EXISTS: 409,
  CAMERA_NOT_IN_SITE: 422,
};

/** Groups of cameras: what is measured, judged and suspended together. Every change is in the ledger with it. */
export class CameraGroupService {
  readonly #options: CameraGroupServiceOptions;

  constructor(options: CameraGroupServiceOptions) {
    this.#options = options;
  }

  /** The groups of somebody's sites. */
  async list({ sites }: Pick<Principal, 'sites'>): Promise<CameraGroup[]> {
    const groups = await listCameraGroups(this.#options.db);
    return groups.filter(({ siteId }) => coversSite(sites, siteId));
  }

  /** @throws NotFoundError `SITE_NOT_FOUND`; HttpError 409 `CAMERA_GROUP_EXISTS` */
  create(input: CameraGroupInput, by: Principal): Promise<CameraGroup> {
    return this.#change('camera-group.added', { siteId: input.siteId }, by, async (tx) => {
      if (!(await listSites(tx)).some(({ id }) => id === input.siteId)) throw new NotFoundError('site');
      return insertCameraGroup(tx, { ...input, at: instantOf(this.#options.now()) });
    });
  }

  /** @throws HttpError 404 `CAMERA_GROUP_NOT_FOUND`, 409 `CAMERA_GROUP_EXISTS` */
  rename(id: Identifier, name: string, by: Principal): Promise<CameraGroup> {
    return this.#change('camera-group.renamed', {}, by, async (tx) => {
      await renameCameraGroup(tx, id, name);
      return id;
    });
  }

  /**
   * Moves cameras into a group of their site. Neither that group nor the one that they leave may be
   * suspended: one person would end the suspension of a camera that two must end.
   * @throws HttpError 404 `CAMERA_GROUP_NOT_FOUND`, 422 `CAMERA_NOT_IN_SITE`; ConflictError `CAMERA_GROUP_SUSPENDED`
   */
  async move(id: Identifier, cameraIds: readonly Identifier[], by: Principal): Promise<CameraGroup> {
    const data = { cameraIds: [...cameraIds] };
    const group = await this.#change('camera-group.cameras-moved', data, by, async (tx) => {
      const left = await moveCamerasToGroup(tx, id, cameraIds);
      await refuseSuspendedGroups(tx, [id, ...left]);
      return id;
    });
    await this.#options.onChanged();
    return group;
  }

  #change(
    kind: string,
    data: LedgerEntry['data'],
    by: Principal,
    change: (tx: Database) => Promise<Identifier>,
  ): Promise<CameraGroup> {
    const { db, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      const id = await change(tx);
      const group = await getCameraGroup(tx, id);
      if (group === null) throw new NotFoundError('camera group');
      const subject = `camera-group:${id}`;
      return {
        result: group,
        entries: [ledgerEntry({ kind, at: now(), actor: `user:${by.id}`, subject, data })],
      };
    }).catch((error: unknown) => {
      throw asHttpError(error, STATUSES);
    });
  }
}
