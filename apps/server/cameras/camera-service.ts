import type { CameraChange } from '@amaan/contracts/api/camera-change';
import type { Site } from '@amaan/contracts/api/site';
import type { Camera, CameraInput } from '@amaan/contracts/camera';
import type { Identifier } from '@amaan/contracts/identifier';
import { getCamera, insertCamera, listCameras, removeCamera, updateCamera } from '@amaan/store/cameras';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import type { Principal } from '../access/decide.ts';
import { asHttpError, NotFoundError } from '../http/http-errors.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { assertCameraUrl } from './camera-url.ts';
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

  /** All cameras with their rules and their newest status. */
  async list(): Promise<Camera[]> {
    return (await listCameras(this.#options.db)).map((camera) => this.#withStatus(camera));
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND` */
  async get(id: Identifier): Promise<Camera> {
    const camera = await getCamera(this.#options.db, id);
    if (camera === null) throw new NotFoundError('camera');
    return this.#withStatus(camera);
  }

  /** @throws HttpError 422 `CAMERA_URL_UNSUPPORTED` */
  async create(input: CameraInput, by: Principal): Promise<Camera> {
    const { secrets, defaultSite } = this.#options;
    assertCameraUrl(input.url);
    const camera = { ...input, siteId: input.siteId ?? defaultSite.id };
    const id = await this.#change(by, 'camera.added', { siteId: camera.siteId }, async (tx) =>
      insertCamera(tx, camera, secrets),
    );
    return this.get(id);
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND`; HttpError 422 `CAMERA_URL_UNSUPPORTED` */
  async change(id: Identifier, change: CameraChange, by: Principal): Promise<Camera> {
    if (change.url !== undefined) assertCameraUrl(change.url);
    const { name, url, position, analysisRate } = change;
    await this.#change(by, 'camera.changed', { changed: Object.keys(change) }, async (tx) => {
      await updateCamera(
        tx,
        id,
        {
          ...(name !== undefined && { name }),
          ...(url !== undefined && { url }),
          ...(position !== undefined && { position }),
          ...(analysisRate !== undefined && { analysisRate }),
        },
        this.#options.secrets,
      );
      return id;
    });
    return this.get(id);
  }

  /** @throws NotFoundError `CAMERA_NOT_FOUND` */
  async remove(id: Identifier, by: Principal): Promise<void> {
    await this.#change(by, 'camera.removed', {}, async (tx) => {
      await removeCamera(tx, id);
      return id;
    });
    this.#options.workers.forget(id);
  }

  async #change(
    by: Principal,
    kind: string,
    data: Parameters<typeof ledgerEntry>[0]['data'],
    change: (tx: Database) => Promise<Identifier>,
  ): Promise<Identifier> {
    const { db, now, onChanged } = this.#options;
    const id = await db
      .transaction()
      .execute(async (tx) => {
        const changed = await change(tx);
        const entry = ledgerEntry({
          kind,
          at: now(),
          actor: `user:${by.id}`,
          subject: `camera:${changed}`,
          data,
        });
        await appendToLedger(tx, [entry]);
        return changed;
      })
      .catch((error: unknown) => {
        throw asHttpError(error, { CAMERA_NOT_FOUND: 404 });
      });
    await onChanged();
    return id;
  }

  /** What the database holds may be from before a restart; a worker that lives speaks within seconds. */
  #withStatus(camera: Camera): Camera {
    return { ...camera, status: this.#options.workers.statusOf(camera.id) };
  }
}
