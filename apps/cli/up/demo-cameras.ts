import { Camera, type CameraInput } from '@amaan/contracts/camera';
import type { SceneRuleInput } from '@amaan/contracts/scene-rule';
import type { TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { z } from 'zod';
import type { ApiClient } from '../api-client.ts';

const CameraList = z.array(Camera);

/** Adds cameras that are not there yet; a second start with the same folder finds them by their names. */
export class DemoCameras {
  readonly #client: ApiClient;
  readonly #names: Set<string>;

  private constructor(client: ApiClient, names: Set<string>) {
    this.#client = client;
    this.#names = names;
  }

  static async of(client: ApiClient): Promise<DemoCameras> {
    const cameras = CameraList.parse(await client.get('/api/cameras'));
    return new DemoCameras(client, new Set(cameras.map((camera) => camera.name)));
  }

  /** @returns whether the camera is new. */
  async add(
    input: Omit<CameraInput, 'analysisRate' | 'readsPlates'> & { readonly readsPlates?: boolean },
    rules: readonly SceneRuleInput[],
    traffic: TrafficViewInput | null = null,
  ): Promise<boolean> {
    if (this.#names.has(input.name)) return false;
    const camera = Camera.parse(await this.#client.post('/api/cameras', input));
    this.#names.add(camera.name);
    for (const rule of rules) await this.#client.post(`/api/cameras/${camera.id}/rules`, rule);
    if (traffic !== null)
      await this.#client.put(`/api/cameras/${camera.id}/traffic`, { view: traffic, seen: 0 });
    return true;
  }
}
