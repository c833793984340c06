import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Corridor, CorridorChange, CorridorInput } from '@amaan/contracts/traffic/api-corridor';
import type { Database } from '@amaan/store/open-database';
import {
  type CorridorAuthor,
  changeCorridor,
  getCorridor,
  insertCorridor,
  listCorridors,
  retireCorridor,
} from '@amaan/store/traffic/corridors';
import { listTrafficViews } from '@amaan/store/traffic/traffic-views';
import { coversSite, type Principal } from '../access/decide.ts';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface CorridorServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  /** Called after every committed change, so that consoles follow. */
  readonly onChanged: () => void;
}

/** Roads as ordered lists of places where they are measured. Every change is a version and in the ledger. */
export class CorridorService {
  readonly #options: CorridorServiceOptions;

  constructor(options: CorridorServiceOptions) {
    this.#options = options;
  }

  list(by: Principal): Promise<Corridor[]> {
    return listCorridors(this.#options.db, by.sites);
  }

  /** @throws NotFoundError `CORRIDOR_NOT_FOUND`, also when it is of another site */
  async get(id: Identifier, by: Principal, db: Database = this.#options.db): Promise<Corridor> {
    const corridor = await getCorridor(db, id);
    if (corridor === null || !coversSite(by.sites, corridor.siteId)) throw new NotFoundError('corridor');
    return corridor;
  }

  /** @throws HttpError 422 `CORRIDOR_STOP_UNKNOWN` */
  create(input: CorridorInput, by: Principal): Promise<Corridor> {
    return this.#change('created', by, async (tx, author) => {
      await requireStops(tx, input, by);
      return insertCorridor(tx, input, author);
    });
  }

  /** @throws NotFoundError `CORRIDOR_NOT_FOUND`; HttpError 409 `CORRIDOR_CHANGED`, 422 `CORRIDOR_STOP_UNKNOWN` */
  change(id: Identifier, { corridor: input, seen }: CorridorChange, by: Principal): Promise<Corridor> {
    return this.#change('changed', by, async (tx, author) => {
      await this.get(id, by, tx);
      await requireStops(tx, input, by);
      return changeCorridor(tx, { id, seen, input }, author);
    });
  }

  /** @throws NotFoundError `CORRIDOR_NOT_FOUND`; HttpError 409 `CORRIDOR_CHANGED` */
  async remove(id: Identifier, seen: number, by: Principal): Promise<void> {
    await this.#change('removed', by, async (tx, { at }) => {
      await this.get(id, by, tx);
      return retireCorridor(tx, id, seen, at);
    });
  }

  async #change(
    what: 'created' | 'changed' | 'removed',
    by: Principal,
    change: (tx: Database, author: CorridorAuthor) => Promise<Corridor>,
  ): Promise<Corridor> {
    const { db, now, onChanged } = this.#options;
    const at = now();
    const corridor = await changeInLedger(db, async (tx) => {
      const changed = await change(tx, { at: instantOf(at), by: { id: by.id, name: by.name } });
      return { result: changed, entries: [entryOf(what, changed, by, at)] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { CORRIDOR_CHANGED: 409 });
    });
    onChanged();
    return corridor;
  }
}

function entryOf(what: string, corridor: Corridor, by: Principal, at: number): LedgerEntry {
  const { id, version, siteId, name, stops } = corridor;
  return ledgerEntry({
    kind: `traffic-corridor.${what}`,
    at,
    actor: `user:${by.id}`,
    subject: `traffic-corridor:${id}`,
    data: { version, siteId, stops: stops.length, digest: digestOfJson({ name, siteId, stops }) },
  });
}

/** Every stop is an approach that is drawn on a camera of the corridor's site, which is one of theirs. */
async function requireStops(tx: Database, { siteId, stops }: CorridorInput, by: Principal): Promise<void> {
  if (!coversSite(by.sites, siteId)) throw new NotFoundError('site');
  const views = await listTrafficViews(tx, { siteId, cameras: stops.map(({ cameraId }) => cameraId) });
  const approaches = new Map(
    views.map(({ view }) => [view.cameraId, new Set(view.lanes.map((lane) => lane.approach))]),
  );
  const wrong = stops.findIndex(({ cameraId, approach }) => !approaches.get(cameraId)?.has(approach));
  if (wrong >= 0)
    throw new HttpError(
      422,
      'CORRIDOR_STOP_UNKNOWN',
      `Place ${wrong + 1} of the corridor, “${stops[wrong]!.approach}”, is drawn on no such camera of its site; nothing was saved.`,
    );
}
