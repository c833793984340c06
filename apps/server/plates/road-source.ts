import { readFile, stat } from 'node:fs/promises';
import { RoadMap } from '@amaan/contracts/api/road-map';
import { RoadGraph } from '@amaan/vehicle-trace/roads/road-graph';
import type { Logger } from 'pino';

/** The roads of the deployment's `roads.geojson`, read again when the file changes; null: there are none. */
export class RoadSource {
  readonly #file: string;
  readonly #logger: Logger;
  #map: RoadMap | null = null;
  #graph: RoadGraph | null = null;
  #readAt = Number.NaN;

  constructor(file: string, logger: Logger) {
    this.#file = file;
    this.#logger = logger;
  }

  /** As a graph of ways and times. */
  async graph(): Promise<RoadGraph | null> {
    const map = await this.map();
    this.#graph ??= map && new RoadGraph(map);
    return this.#graph;
  }

  /** As lines. */
  async map(): Promise<RoadMap | null> {
    const changedAt = await stat(this.#file).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
    if (changedAt === null) return null;
    if (changedAt !== this.#readAt) {
      this.#readAt = changedAt;
      try {
        this.#graph = null;
        this.#map = RoadMap.parse(JSON.parse(await readFile(this.#file, 'utf8')));
      } catch (error) {
        this.#map = null;
        this.#logger.warn({ err: error }, 'the roads cannot be read; journeys are drawn straight');
      }
    }
    return this.#map;
  }
}
