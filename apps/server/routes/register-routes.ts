import type { SessionService } from '../access/session-service.ts';
import type { UserService } from '../access/user-service.ts';
import type { AlertService } from '../alerts/alert-service.ts';
import type { EvidenceService } from '../alerts/evidence-service.ts';
import type { CameraService } from '../cameras/camera-service.ts';
import type { RuleService } from '../cameras/rule-service.ts';
import type { App } from '../http/app.ts';
import type { StatusService } from '../http/status-service.ts';
import type { LedgerService } from '../ledger/ledger-service.ts';
import type { LiveProxy } from '../live/live-proxy.ts';
import type { UpdateHub } from '../live/update-hub.ts';
import type { SystemService } from '../permits/system-service.ts';
import { alertRoutes } from './alert-routes.ts';
import { cameraRoutes } from './camera-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { meRoutes } from './me-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { statusRoutes } from './status-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { updateRoutes } from './update-routes.ts';
import { userRoutes } from './user-routes.ts';

/** What the routes call. Each service touches the database, the bus and the clock only through what it was given. */
export interface Services {
  readonly alerts: AlertService;
  readonly cameras: CameraService;
  readonly evidence: EvidenceService;
  readonly ledger: LedgerService;
  readonly live: LiveProxy;
  readonly rules: RuleService;
  readonly sessions: SessionService;
  readonly status: StatusService;
  readonly systems: SystemService;
  readonly updates: UpdateHub;
  readonly users: UserService;
}

/** Every route of the API that is described in OpenAPI. */
export function registerRoutes(app: App, services: Services): void {
  meRoutes(app, services.sessions);
  userRoutes(app, services.users);
  statusRoutes(app, services.status);
  updateRoutes(app, services.updates);
  cameraRoutes(app, services.cameras);
  liveRoutes(app, services.live);
  ruleRoutes(app, services.rules);
  alertRoutes(app, services.alerts);
  evidenceRoutes(app, services.evidence);
  systemRoutes(app, services.systems);
  ledgerRoutes(app, services.ledger);
}
