import { readFile } from 'node:fs/promises';
import { RoadMap } from '@amaan/contracts/api/road-map';
import { HttpError } from './http-errors.ts';

/** The map of a deployment: `map.geojson` in its data folder. It may come, change and go while the server runs. */
export class RoadMapFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * The roads; none when there is no file.
   * @throws HttpError 500 `MAP_UNREADABLE`
   */
  async read(): Promise<RoadMap> {
    try {
      return RoadMap.parse(JSON.parse(await readFile(this.#path, 'utf8')));
    } catch (cause) {
      if (isMissing(cause)) return { type: 'FeatureCollection', features: [] };
      throw new HttpError(500, 'MAP_UNREADABLE', 'The map of this installation cannot be read.', { cause });
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
