import { join } from 'node:path';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { ColdSightings } from '@amaan/store/plates/cold-sightings';
import type { Logger } from 'pino';
import type { AlertService } from '../alerts/alert-service.ts';
import type { VehicleRegistry } from '../registry/registry-entry.ts';
import { JourneyService } from './journey-service.ts';
import { PlateHoldService } from './plate-hold-service.ts';
import { PlateSearchService } from './plate-search-service.ts';
import { RegistryFollowUp } from './registry-follow-up.ts';
import { RetentionService } from './retention-service.ts';
import { RoadSource } from './road-source.ts';
import { SightingFinder } from './sighting-finder.ts';
import { SightingRecorder } from './sighting-recorder.ts';
import { SightingService } from './sighting-service.ts';

/** What a deployment says about plates. */
export interface PlateSettings {
  readonly retentionDays: number;
  readonly hotDays: number;
  /** Null: none is configured. */
  readonly registry: VehicleRegistry | null;
  /** Files of past days; null: all days stay in the database. */
  readonly cold: ColdSightings | null;
}

export const DEFAULT_PLATE_SETTINGS: PlateSettings = {
  retentionDays: 30,
  hotDays: 14,
  registry: null,
  cold: null,
};

export interface PlateOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly dataDir: string;
  readonly alerts: AlertService;
  readonly settings: PlateSettings;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Everything about plates that the control plane does beside hotlists. */
export interface Plates extends AsyncDisposable {
  readonly recorder: SightingRecorder;
  readonly searches: PlateSearchService;
  readonly journeys: JourneyService;
  readonly sightings: SightingService;
  readonly holds: PlateHoldService;
  readonly retention: RetentionService;
  /** Jobs beside the requests: old reads, and reads that wait for the registry. */
  start(): void;
}

export function createPlates(options: PlateOptions): Plates {
  const { db, objects, settings, now, logger, alerts, publish } = options;
  const stack = new AsyncDisposableStack();
  const { registry, cold } = settings;
  const followUp = stack.use(new RegistryFollowUp({ db, registry, publish, now, logger }));
  const finder = new SightingFinder(db, cold);
  const searches = new PlateSearchService({ db, sightings: finder, now });
  const roads = new RoadSource(join(options.dataDir, 'roads.geojson'), logger);
  const { retentionDays: days, hotDays } = settings;
  const retention = stack.use(new RetentionService({ db, objects, cold, days, hotDays, now, logger }));
  return {
    recorder: new SightingRecorder({ registry, followUp, logger }),
    searches,
    journeys: new JourneyService({ db, alerts, searches, sightings: finder, roads }),
    sightings: new SightingService({ db, now }),
    holds: new PlateHoldService({ db, now }),
    retention,
    start() {
      retention.start();
      followUp.start();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
