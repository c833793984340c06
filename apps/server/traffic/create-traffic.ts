import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import { CorridorService } from './corridor-service.ts';
import { FlowMapService } from './flow-map-service.ts';
import { KnownViews } from './known-views.ts';
import { LaneService } from './lane-service.ts';
import { PublishingService } from './publishing-service.ts';
import { RoadIncidentService } from './road-incident-service.ts';
import { RoadWatch } from './road-watch.ts';
import { TrafficRetentionService } from './traffic-retention-service.ts';
import type { RefusalOf } from './traffic-standing.ts';
import { TrafficViewService } from './traffic-view-service.ts';
import { TravelService } from './travel-service.ts';

export interface TrafficOptions {
  readonly db: Database;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  readonly refusalOf: RefusalOf;
  /** Who publishes figures, as other systems know it. */
  readonly publisher: string;
  readonly announceAssignment: () => void;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Everything about measuring traffic that the control plane does. */
export interface Traffic extends AsyncDisposable {
  readonly knownViews: KnownViews;
  readonly watch: RoadWatch;
  readonly views: TrafficViewService;
  readonly lanes: LaneService;
  readonly map: FlowMapService;
  readonly corridors: CorridorService;
  readonly travel: TravelService;
  readonly incidents: RoadIncidentService;
  readonly publishing: PublishingService;
  readonly retention: TrafficRetentionService;
  /** The job beside the requests: old figures. */
  start(): void;
}

export function createTraffic(options: TrafficOptions): Traffic {
  const { db, now, refusalOf, publish, announceAssignment, logger } = options;
  const told = () => publish({ type: 'traffic-changed' });
  const knownViews = new KnownViews();
  const corridors = new CorridorService({ db, now, onChanged: told });
  const retention = new TrafficRetentionService({ db, now, logger });
  return {
    knownViews,
    watch: new RoadWatch({ views: knownViews, incidents: options.incidents }),
    views: new TrafficViewService({
      ...{ db, now, refusalOf },
      onChanged() {
        announceAssignment();
        told();
      },
    }),
    lanes: new LaneService({ db, corridors, now }),
    map: new FlowMapService({ db, now }),
    corridors,
    travel: new TravelService({ db, corridors, refusalOf, now }),
    incidents: new RoadIncidentService(db),
    publishing: new PublishingService({ db, publisher: options.publisher, now }),
    retention,
    start() {
      retention.start();
    },
    [Symbol.asyncDispose]: () => retention[Symbol.asyncDispose](),
  };
}
