import type { CameraChange } from '@amaan/contracts/api/camera-change';
import type { Site } from '@amaan/contracts/api/site';
import type { Camera, CameraInput } from '@amaan/contracts/camera';
import type { Identifier } from '@amaan/contracts/identifier';
import { getCamera, insertCamera, listCameras, removeCamera, updateCamera } from '@amaan/store/cameras';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { coversSite, type Principal } from '../access/decide.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { assertCameraUrl } from './camera-url.ts';
import { refuseSuspendedGroups } from './refuse-suspended-groups.ts';
import { requireCamera } from './require-camera.ts';
import type { WorkerDirectory } from './worker-directory.ts';

export interface CameraServiceOptions {
  readonly db: Database;
  readonly secrets: SecretBox;
  readonly now: () => number;
  /** Where a camera goes whose site is not named. */
  readonly defaultSite: Site;
  readonly workers: Pick<WorkerDirectory, 'statusOf' | 'forget'>;
  /** Called after every committed change, so that permits and workers follow. */
  readonly onChanged: () => Promise<void>;
}

/** The register of cameras. Every change is recorded in the ledger with it. */
export class CameraService {
  readonly #options: CameraServiceOptions;

  constructor(options: CameraServiceOptions) {
    this.#options = options;
  }

  /** All cameras of somebody's sites with their rules and their newest status. */
  async list({ sites }: Principal): Promise<Camera[]> {
    return (await listCameras(this.#options.db, { sites })).map((camera) => this.#withStatus(camera));
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND`, also when it belongs to a site that is not theirs */
  async get(id: Identifier, by: Principal): Promise<Camera> {
    return this.#withStatus(await requireCamera(this.#options.db, id, by));
  }

  /**
   * Lets pass who may know of a camera. Whoever has all sites is not asked: their answer is always yes.
   * @throws NotFoundError `CAMERA_NOT_FOUND`
   */
  async assertWithin(id: Identifier, by: Principal): Promise<void> {
    if (by.sites !== 'all') await requireCamera(this.#options.db, id, by);
  }

  /** @throws HttpError 422 `CAMERA_URL_UNSUPPORTED`; NotFoundError `SITE_NOT_FOUND` */
  async create(input: CameraInput, by: Principal): Promise<Camera> {
    const { secrets, defaultSite } = this.#options;
    assertCameraUrl(input.url);
    const camera = { ...input, siteId: input.siteId ?? defaultSite.id };
    if (!coversSite(by.sites, camera.siteId)) throw new NotFoundError('site');
    const id = await this.#change(by, 'camera.added', { siteId: camera.siteId }, async (tx) =>
      insertCamera(tx, camera, secrets),
    );
    return this.get(id, by);
  }

  /**
   * @throws NotFoundError `CAMERA_NOT_FOUND`; HttpError 422 `CAMERA_URL_UNSUPPORTED`, `CAMERA_GROUP_NOT_FOUND`;
   *   ConflictError `CAMERA_GROUP_SUSPENDED`
   */
  async change(id: Identifier, change: CameraChange, by: Principal): Promise<Camera> {
    if (change.url !== undefined) assertCameraUrl(change.url);
    const { name, url, position, groupId, analysisRate, readsPlates } = change;
    await this.#change(by, 'camera.changed', { changed: Object.keys(change) }, async (tx) => {
      await requireCamera(tx, id, by);
      if (groupId !== undefined) await this.#leaveGroup(tx, id, groupId);
      await updateCamera(
        tx,
        id,
        {
          ...(name !== undefined && { name }),
          ...(url !== undefined && { url }),
          ...(position !== undefined && { position }),
          ...(groupId !== undefined && { groupId }),
          ...(analysisRate !== undefined && { analysisRate }),
          ...(readsPlates !== undefined && { readsPlates }),
        },
        this.#options.secrets,
      );
      return id;
    });
    return this.get(id, by);
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND` */
  async remove(id: Identifier, by: Principal): Promise<void> {
    await this.#change(by, 'camera.removed', {}, async (tx) => {
      await requireCamera(tx, id, by);
      await removeCamera(tx, id);
      return id;
    });
    this.#options.workers.forget(id);
  }

  async #leaveGroup(tx: Database, id: Identifier, groupId: Identifier): Promise<void> {
    const camera = await getCamera(tx, id);
    if (camera !== null && camera.groupId !== groupId)
      await refuseSuspendedGroups(tx, [camera.groupId, groupId]);
  }

  async #change(
    by: Principal,
    kind: string,
    data: Parameters<typeof ledgerEntry>[0]['data'],
    change: (tx: Database) => Promise<Identifier>,
  ): Promise<Identifier> {
    const { db, now, onChanged } = this.#options;
    const id = await changeInLedger(db, async (tx) => {
      const changed = await change(tx);
      const subject = `camera:${changed}`;
      const entry = ledgerEntry({ kind, at: now(), actor: `user:${by.id}`, subject, data });
      return { result: changed, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { CAMERA_NOT_FOUND: 404, CAMERA_GROUP_NOT_FOUND: 422 });
    });
    await onChanged();
    return id;
  }

  /** What the database holds may be from before a restart; a worker that lives speaks within seconds. */
  #withStatus(camera: Camera): Camera {
    return { ...camera, status: this.#options.workers.statusOf(camera.id) };
  }
}
