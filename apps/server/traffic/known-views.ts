import type { Identifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import type { Database } from '@amaan/store/open-database';
import { listViewLanes } from '@amaan/store/traffic/traffic-views';

/** What a version of a camera's traffic view says: of which camera it is, and its lanes' names by their ids. */
export interface KnownView {
  readonly cameraId: Identifier;
  readonly lanes: ReadonlyMap<string, string>;
}

/** Versions that are kept in memory: those of a whole province, and some before them. */
const MOST_KEPT = 50_000;

/** Looks up the views that observations name. A version never changes, so each is read once. */
export class KnownViews {
  readonly #views = new Map<string, KnownView>();

  /** @returns a function that gives the view of one observation; undefined: it names none, or one that never was */
  async read(
    db: Database,
    observations: readonly (Observation | SectionPassage)[],
  ): Promise<(observation: Observation | SectionPassage) => KnownView | undefined> {
    const named = observations.flatMap((observation) => ('view' in observation ? [observation.view] : []));
    const unknown = [...new Map(named.map((view) => [keyOf(view), view])).values()].filter(
      (view) => !this.#views.has(keyOf(view)),
    );
    const views = new Map<string, KnownView>();
    for (const { id, version, cameraId, lanes } of await listViewLanes(db, unknown)) {
      const view = { cameraId, lanes: new Map(lanes.map((lane) => [lane.id, lane.name])) };
      views.set(keyOf({ id, version }), view);
    }
    for (const view of named) {
      const known = this.#views.get(keyOf(view));
      if (known !== undefined) views.set(keyOf(view), known);
    }
    for (const [key, view] of views) this.#views.set(key, view);
    for (const key of this.#views.keys()) {
      if (this.#views.size <= MOST_KEPT) break;
      this.#views.delete(key);
    }
    return (observation) => ('view' in observation ? views.get(keyOf(observation.view)) : undefined);
  }
}

function keyOf({ id, version }: { readonly id: Identifier; readonly version: number }): string {
  return `${id} ${version}`;
}
