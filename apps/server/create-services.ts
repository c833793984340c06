import type { Bus } from '@amaan/bus/bus';
import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Site } from '@amaan/contracts/api/site';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { createAuth } from './access/create-auth.ts';
import { SessionService } from './access/session-service.ts';
import { UserService } from './access/user-service.ts';
import { AlertService } from './alerts/alert-service.ts';
import { EvidenceService } from './alerts/evidence-service.ts';
import { CameraService } from './cameras/camera-service.ts';
import { HeartbeatRecorder } from './cameras/heartbeat-recorder.ts';
import { RuleService } from './cameras/rule-service.ts';
import { WorkerDirectory } from './cameras/worker-directory.ts';
import { Metrics } from './http/metrics.ts';
import { StatusService } from './http/status-service.ts';
import { IncidentReporter } from './incidents/incident-reporter.ts';
import { IngestService } from './ingest/ingest-service.ts';
import type { DeploymentKeys } from './keys/deployment-keys.ts';
import { CheckpointService } from './ledger/checkpoint-service.ts';
import { LedgerService } from './ledger/ledger-service.ts';
import { LiveProxy } from './live/live-proxy.ts';
import { UpdateHub } from './live/update-hub.ts';
import { AssignmentService } from './permits/assignment-service.ts';
import { PermitService } from './permits/permit-service.ts';
import { PermitUpkeep } from './permits/permit-upkeep.ts';
import type { RunnableModel } from './permits/runnable-model.ts';
import { SystemService } from './permits/system-service.ts';
import { RecordService } from './records/record-service.ts';
import type { Services } from './routes/register-routes.ts';
import { SimulationPermitsService } from './simulation/simulation-permits-service.ts';
import { SimulationService } from './simulation/simulation-service.ts';

export interface ServiceOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly objects: ObjectStore;
  readonly keys: DeploymentKeys;
  /** Everything that the deployment keeps outside the database. */
  readonly dataDir: string;
  /** Where a camera goes whose site is not named. */
  readonly defaultSite: Site;
  /** The AI systems as the code defines them. */
  readonly systems: readonly AiSystem[];
  /** The models at hand, their files just hashed. */
  readonly readModels: () => Promise<readonly RunnableModel[]>;
  /** Origin that browsers see, for example `https://amaan.example.pk`; null: whatever host they ask for. */
  readonly publicOrigin: string | null;
  readonly version: string;
  readonly logger: Logger;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** What runs beside the requests, and is started and stopped. */
export interface RunningServices extends Services, AsyncDisposable {
  readonly metrics: Metrics;
  readonly workers: WorkerDirectory;
  readonly ingest: IngestService;
  readonly permitUpkeep: PermitUpkeep;
  readonly checkpoints: CheckpointService;
  readonly records: RecordService;
  readonly incidentReporter: IncidentReporter;
}

/** Joins the services of the control plane. From here on it takes reports and answers workers. */
export function createServices(options: ServiceOptions): RunningServices {
  const { db, bus, objects, keys, now, logger } = options;
  const stack = new AsyncDisposableStack();
  const metrics = new Metrics();
  const updates = stack.use(new UpdateHub());
  const publish = updates.publish.bind(updates);

  const checkpoints = stack.use(
    new CheckpointService({
      db,
      key: keys.ledger,
      origin: keys.permits.issuer,
      dataDir: options.dataDir,
      logger,
    }),
  );
  const recorder = stack.use(new HeartbeatRecorder(db, logger));
  const workers = stack.use(
    new WorkerDirectory({
      bus,
      now,
      logger,
      onStatuses: (statuses) => publish({ type: 'camera-status', statuses: [...statuses] }),
      onHeartbeat: (heartbeat) => recorder.record(heartbeat),
    }),
  );
  const assignments = stack.use(
    new AssignmentService({ db, bus, secrets: keys.secrets, key: keys.permits, now }),
  );
  const permits = new PermitService({ db, key: keys.permits, systems: options.systems, now, logger });
  const permitUpkeep = stack.use(new PermitUpkeep({ ...options, permits, assignments, publish }));
  const followCameras = () => permitUpkeep.followCameras();
  stack.use(new SimulationService({ db, bus, secrets: keys.secrets, now, onChanged: followCameras }));
  stack.use(new SimulationPermitsService({ db, bus, key: keys.permits, now }));
  const ingest = stack.use(new IngestService({ db, bus, now, publish, metrics, logger }));

  const records = new RecordService({ db, now });
  const incidentReporter = new IncidentReporter({ db, records });
  const users = new UserService({ db, now });
  const auth = createAuth({ db, secret: keys.sessions, publicOrigin: options.publicOrigin, logger });
  return {
    metrics,
    workers,
    ingest,
    permitUpkeep,
    checkpoints,
    records,
    incidentReporter,
    updates,
    users,
    sessions: new SessionService(auth, users),
    alerts: new AlertService({ db, now, publish }),
    cameras: new CameraService({
      db,
      secrets: keys.secrets,
      now,
      defaultSite: options.defaultSite,
      workers,
      onChanged: followCameras,
    }),
    evidence: new EvidenceService({ db, objects }),
    ledger: new LedgerService({ db, checkpoints }),
    live: new LiveProxy(workers),
    rules: new RuleService({ db, now, onChanged: followCameras }),
    status: new StatusService({ db, version: options.version, now, workers, ingest }),
    systems: new SystemService({
      db,
      bus,
      now,
      permits,
      onChanged: () => permitUpkeep.followSystems(),
    }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
