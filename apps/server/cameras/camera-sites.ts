import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';

const LEAST_INTERVAL_MS = 1_000;

/**
 * Which site each camera belongs to, in memory: live updates are filtered by it, many times a second. A
 * camera that is not known is nobody's until it is read from the database, which asking for it starts.
 */
export class CameraSites {
  readonly #db: Database;
  readonly #logger: Logger;
  #sites: ReadonlyMap<Identifier, Identifier> = new Map();
  #reading: Promise<void> | undefined;
  #readAt = -Infinity;

  constructor(db: Database, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
  }

  readonly siteOf = (cameraId: Identifier): Identifier | undefined => {
    const site = this.#sites.get(cameraId);
    if (site === undefined && performance.now() - this.#readAt > LEAST_INTERVAL_MS) void this.refresh();
    return site;
  };

  /** Reads them anew; called after cameras changed. */
  refresh(): Promise<void> {
    this.#readAt = performance.now();
    this.#reading ??= this.#read()
      .catch((error: unknown) => {
        this.#logger.warn(
          { err: error },
          'the sites of the cameras were not read; the next question tries again',
        );
      })
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const rows = await this.#db.selectFrom('camera').select(['id', 'site_id']).execute();
    this.#sites = new Map(rows.map(({ id, site_id }) => [id, site_id]));
  }
}
