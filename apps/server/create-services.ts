import { join } from 'node:path';
import { faceRecognition } from '@amaan/face-recognition/system';
import { presentCombination } from '@amaan/governance/combination';
import { redaction as redactionSystem } from '@amaan/redaction/system';
import { findBulkReason } from '@amaan/store/violations/bulk-cancels';
import { trafficManagement } from '@amaan/traffic-management/system';
import { AccessReportService } from './access/access-report-service.ts';
import { createIdentity } from './access/create-identity.ts';
import { UserService } from './access/user-service.ts';
import { AlertService } from './alerts/alert-service.ts';
import { AlertStepService } from './alerts/alert-step-service.ts';
import { EvidenceService } from './alerts/evidence-service.ts';
import { AssessmentService } from './assessments/assessment-service.ts';
import { type Assurance, createAssurance } from './assurance/create-assurance.ts';
import { CameraGroupService } from './cameras/camera-group-service.ts';
import { CameraService } from './cameras/camera-service.ts';
import { CameraSites } from './cameras/camera-sites.ts';
import { HeartbeatRecorder } from './cameras/heartbeat-recorder.ts';
import { RuleService } from './cameras/rule-service.ts';
import { WorkerDirectory } from './cameras/worker-directory.ts';
import { CaseService } from './cases/case-service.ts';
import { PurposeService } from './cases/purpose-service.ts';
import { type Citizen, createCitizen } from './citizen/create-citizen.ts';
import { DEFAULT_CIVIC_PICTURE_DAYS } from './civic/civic-picture-retention.ts';
import { type Civic, createCivic } from './civic/create-civic.ts';
import { ControlService } from './controls/control-service.ts';
import { StoredIncidents } from './crime/analyses/stored-incidents.ts';
import { type Crime, createCrime } from './crime/create-crime.ts';
import { type CrimeIncidents, createCrimeIncidents } from './crime/incidents/create-crime-incidents.ts';
import { DocumentService } from './documents/document-service.ts';
import { createEnforcement, type Enforcement } from './enforcement/create-enforcement.ts';
import { ExplainService } from './explain/explain-service.ts';
import { createFaces, type Faces } from './faces/create-faces.ts';
import {
  createFaceMatches,
  DEFAULT_MATCH_RETENTION_DAYS,
  type FaceMatches,
} from './faces/matches/create-face-matches.ts';
import { openEnrolledPicture } from './faces/matches/open-enrolled-picture.ts';
import { embeddingDigest } from './faces/search/embedding-digest.ts';
import { LiveFaceSearch } from './faces/search/live-face-search.ts';
import { createFaceSearches } from './faces/searches/create-face-searches.ts';
import { Metrics } from './http/metrics.ts';
import { StatusService } from './http/status-service.ts';
import { IncidentFollower } from './incidents/incident-follower.ts';
import { IncidentReporter } from './incidents/incident-reporter.ts';
import { IngestService } from './ingest/ingest-service.ts';
import { CheckpointService } from './ledger/checkpoint-service.ts';
import { ClockGuard } from './ledger/clock-guard.ts';
import { ClockService } from './ledger/clock-service.ts';
import { LedgerSelfCheck } from './ledger/ledger-self-check.ts';
import { LedgerService } from './ledger/ledger-service.ts';
import { ledgerVerification } from './ledger/ledger-verification.ts';
import { createLifecycle } from './lifecycle/create-lifecycle.ts';
import { LiveProxy } from './live/live-proxy.ts';
import { LiveViews } from './live/live-views.ts';
import { UpdateHub } from './live/update-hub.ts';
import { InputCollector } from './monitoring/collect-inputs.ts';
import { collectOutputs } from './monitoring/collect-outputs.ts';
import { createMonitoring } from './monitoring/create-monitoring.ts';
import { createPackService } from './pack/create-pack-service.ts';
import { PdfThread } from './pdf/pdf-thread.ts';
import { createPerformance, type Performance } from './performance/create-performance.ts';
import { AssignmentService } from './permits/assignment-service.ts';
import { PermitService } from './permits/permit-service.ts';
import { PermitUpkeep } from './permits/permit-upkeep.ts';
import { SuspensionService } from './permits/suspension-service.ts';
import { SystemService } from './permits/system-service.ts';
import { createHotlists } from './plates/create-hotlists.ts';
import { createPlates, DEFAULT_PLATE_SETTINGS, type Plates } from './plates/create-plates.ts';
import { RoadSource } from './plates/road-source.ts';
import { PublicRegisterService } from './public-register/public-register-service.ts';
import { RecordService } from './records/record-service.ts';
import { createRedaction, type Redaction } from './redaction/create-redaction.ts';
import { MaskingPermitsService } from './redaction/masking-permits-service.ts';
import { RedactorClient } from './redaction/redactor-client.ts';
import { RedactorDirectory } from './redaction/redactor-directory.ts';
import { withMaskedRemoval } from './redaction/with-masked-removal.ts';
import { RegisterUpkeep } from './register/register-upkeep.ts';
import { RiskService } from './risks/risk-service.ts';
import type { Services } from './routes/register-routes.ts';
import type { ServiceOptions } from './service-options.ts';
import { createSignals, type Signals } from './signals/create-signals.ts';
import { SimulationPermitsService } from './simulation/simulation-permits-service.ts';
import { SimulationService } from './simulation/simulation-service.ts';
import { SiteService } from './sites/site-service.ts';
import { createTraffic, type Traffic } from './traffic/create-traffic.ts';
import { DEFAULT_CANCELLATION_LIMIT } from './violations/camera-suspension/cancellation-limit.ts';
import { suspensionGate } from './violations/camera-suspension/suspension-desk.ts';
import { createFines, type Fines } from './violations/create-fines.ts';
import {
  createViolations,
  DEFAULT_VIOLATION_SETTINGS,
  type Violations,
} from './violations/create-violations.ts';
import { suspicionQueue } from './violations/intake/suspicion-queue.ts';
import { createRedress, type Redress } from './violations/redress/create-redress.ts';

/** What runs beside the requests, and is started and stopped. */
export interface RunningServices extends Services, AsyncDisposable {
  readonly metrics: Metrics;
  readonly workers: WorkerDirectory;
  readonly ingest: IngestService;
  readonly permitUpkeep: PermitUpkeep;
  readonly registerUpkeep: RegisterUpkeep;
  readonly checkpoints: CheckpointService;
  readonly incidentReporter: IncidentReporter;
  readonly incidentFollower: IncidentFollower;
  readonly clock: ClockGuard;
  readonly suspensions: SuspensionService;
  readonly selfCheck: LedgerSelfCheck;
  readonly assurance: Assurance;
  readonly plates: Plates;
  readonly faces: Faces;
  readonly faceMatches: FaceMatches;
  readonly redaction: Redaction;
  readonly traffic: Traffic;
  readonly signals: Signals;
  readonly enforcement: Enforcement;
  readonly violations: Violations;
  readonly citizen: Citizen;
  readonly crime: Crime;
  readonly crimeIncidents: CrimeIncidents;
  readonly redress: Redress;
  readonly fines: Fines;
  readonly civic: Civic;
  readonly performance: Performance;
}

/** Joins the services of the control plane. From here on it takes reports and answers workers. */
export function createServices(options: ServiceOptions): RunningServices {
  const { db, bus, keys, now, logger } = options;
  const objects = withMaskedRemoval(options.objects, db);
  const stack = new AsyncDisposableStack();
  const metrics = new Metrics();
  const cameraSites = new CameraSites(db, logger);
  const updates = stack.use(new UpdateHub(cameraSites.siteOf));
  const publish = updates.publish.bind(updates);
  const pdf = stack.use(new PdfThread());

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
  const inputs = new InputCollector(db);
  const workers = stack.use(
    new WorkerDirectory({
      bus,
      now,
      logger,
      onStatuses: (statuses) => publish({ type: 'camera-status', statuses: [...statuses] }),
      onHeartbeat: (heartbeat) => {
        recorder.record(heartbeat);
        inputs.add(heartbeat.images ?? []);
      },
    }),
  );
  const records = new RecordService({ db, now });
  const incidentReporter = new IncidentReporter({ db, records });
  const incidentFollower = stack.use(
    new IncidentFollower({ db, publish, isHeard: () => updates.size > 0, logger }),
  );
  const clock = new ClockGuard({ db, incidents: incidentReporter, now, logger });
  const assignments = stack.use(
    new AssignmentService({
      ...{ db, bus, secrets: keys.secrets, key: keys.permits, clock, now },
      gate: suspensionGate,
    }),
  );
  const permits = new PermitService({ db, key: keys.permits, systems: options.systems, clock, now, logger });
  const registerUpkeep = new RegisterUpkeep({
    ...options,
    readWrongModels: options.readWrongModels ?? (() => []),
    incidents: incidentReporter,
  });
  const permitUpkeep = stack.use(
    new PermitUpkeep({ ...options, register: registerUpkeep, permits, assignments, clock, publish }),
  );
  const suspensions = new SuspensionService({
    db,
    bus,
    now,
    permits,
    clock,
    onChanged: () => permitUpkeep.followSystems(),
  });
  const monitoring = stack.use(
    createMonitoring({
      ...{ db, inputs, suspensions, now, logger },
      incidents: incidentReporter,
      statuses: () => workers.statuses(),
    }),
  );
  const performance = stack.use(
    createPerformance({
      ...{ db, objects, pdf, now, logger, service: monitoring.performance },
      incidents: incidentReporter,
    }),
  );
  const followCameras = async () => {
    await cameraSites.refresh();
    await permitUpkeep.followCameras();
  };
  stack.use(new SimulationService({ db, bus, secrets: keys.secrets, now, onChanged: followCameras }));
  stack.use(new SimulationPermitsService({ db, bus, key: keys.permits, now }));
  const alerts = new AlertService({ db, now, publish });
  const plates = stack.use(
    createPlates({
      ...options,
      objects,
      alerts,
      publish,
      settings: options.plates ?? DEFAULT_PLATE_SETTINGS,
    }),
  );
  const hotlists = createHotlists({ db, now, logger });
  stack.use(hotlists.matcher);
  const faces = stack.use(
    createFaces({
      ...{ db, bus, objects, publish, now, logger },
      secrets: keys.secrets,
      key: keys.permits,
      announceAssignment: () => {
        assignments.announceChange();
        publish({ type: 'face-matches-changed' });
      },
      refusal: () => permits.refusalOf(faceRecognition.id),
      ...(options.faceDesk !== undefined && { desk: options.faceDesk }),
    }),
  );
  const signals = stack.use(
    createSignals({
      ...{ db, bus, objects, clock, publish, now, logger },
      secrets: keys.secrets,
      key: keys.permits,
      system: options.systems.find(({ id }) => id === trafficManagement.id) ?? trafficManagement,
      modelsAtHand: () => registerUpkeep.modelsAtHand,
    }),
  );
  const traffic = stack.use(
    createTraffic({
      ...{ db, publish, now, logger },
      incidents: incidentReporter,
      refusalOf: (system) => permits.refusalOf(system),
      publisher: keys.permits.issuer,
      announceAssignment: () => assignments.announceChange(),
    }),
  );
  const enforcement = stack.use(
    createEnforcement({
      ...{ db, bus, now, logger, gate: suspensionGate },
      defaultSiteId: options.defaultSite.id,
      refusalOf: (system) => permits.refusalOf(system),
      clockOf: (cameraId) => workers.clockOf(cameraId),
      announceAssignment: () => assignments.announceChange(),
    }),
  );
  const liveFaceSearch = stack.use(
    new LiveFaceSearch({ db, bus, vault: faces.vault, modelDigest: embeddingDigest, now, logger }),
  );
  const redactors = stack.use(new RedactorDirectory({ bus, now, logger }));
  stack.use(new MaskingPermitsService({ db, bus, key: keys.permits, clock, now }));
  const redactor = new RedactorClient({ redactors, workers });
  const redaction: Redaction = stack.use(
    createRedaction({
      ...{ db, objects, publish, now, logger },
      masking: options.masking ?? redactor,
      combination: () => presentCombination(redactionSystem, registerUpkeep.modelsAtHand),
      sources: {
        evidence: { find: (wanted, by) => evidence.find(wanted, by) },
        faceMatches: { find: (tx, id, by) => faceMatches.matches.find(tx, id, by) },
      },
      ...(options.unmaskAloneMinutes !== undefined && { aloneMinutes: options.unmaskAloneMinutes }),
      ...(options.maskingPatienceMs !== undefined && { patienceMs: options.maskingPatienceMs }),
    }),
  );
  const evidence = new EvidenceService({ db, objects, redaction, now });
  const violations = stack.use(
    createViolations({
      ...{ db, objects, redaction, publish, now, logger },
      registry: (options.plates ?? DEFAULT_PLATE_SETTINGS).registry,
      incidents: incidentReporter,
      settings: options.violations ?? DEFAULT_VIOLATION_SETTINGS,
    }),
  );
  const civic = stack.use(
    createCivic({
      ...{ db, objects, pdf, redaction, publish, now, logger },
      pictureDays: options.civicPictureDays ?? DEFAULT_CIVIC_PICTURE_DAYS,
      masking: {
        picture: (cameraId) => redactor.picture(cameraId),
        mask: (object) => (options.masking ?? redactor).mask(object),
      },
    }),
  );
  const { challans } = violations;
  const onChallansChanged = () => publish({ type: 'violations-changed' });
  const fines = stack.use(
    createFines({
      ...{ db, objects, pdf, violations, publish, now, logger },
      incidents: incidentReporter,
      gateway: options.paymentGateway ?? null,
      portalOrigin: options.publicOrigin ?? options.noticeOrigin ?? 'http://localhost',
      cancellationLimit: options.cancellationLimit ?? DEFAULT_CANCELLATION_LIMIT,
      announceAssignment: () => assignments.announceChange(),
    }),
  );
  const citizen = createCitizen({
    ...{ db, objects, challans, now },
    secrets: keys.secrets,
    secret: keys.sessions,
    evidence: violations.evidence,
    paying: (challan) => fines.payments.service.waysOf(challan),
    takenBack: ({ id }) => findBulkReason(db, id),
    onChanged: onChallansChanged,
  });
  const redress = stack.use(
    createRedress({
      ...{ db, challans, now, logger },
      uploads: citizen.uploads,
      onChanged: onChallansChanged,
    }),
  );
  const crimeIncidents = stack.use(createCrimeIncidents({ db, dataDir: options.dataDir, now }));
  const crime = stack.use(
    createCrime({
      ...{ db, objects, pdf, now, logger, version: options.version },
      source: new StoredIncidents({
        ...{ db, files: crimeIncidents.files },
        roads: new RoadSource(join(options.dataDir, 'roads.geojson'), logger),
      }),
    }),
  );
  const faceMatches: FaceMatches = stack.use(
    createFaceMatches({
      ...{ db, bus, objects, redaction, publish, now, logger },
      openEnrolled: openEnrolledPicture({ db, objects, secrets: keys.secrets }),
      retentionDays: options.faceMatchRetentionDays ?? DEFAULT_MATCH_RETENTION_DAYS,
    }),
  );
  const ingest = stack.use(
    new IngestService({
      ...{ db, bus, now, publish, metrics, logger },
      collect: collectOutputs,
      maskAhead: (ids) =>
        evidence
          .maskAhead(ids)
          .catch((error: unknown) => logger.warn({ err: error }, 'evidence is masked when it is asked for')),
      finders: [
        hotlists.matcher,
        plates.recorder,
        faceMatches.intake,
        traffic.watch,
        suspicionQueue,
        enforcement.intake,
      ],
      gate: faceMatches.intake,
      roads: traffic.watch,
      enforcement: enforcement.intake,
      views: traffic.knownViews,
      announceAssignment: () => assignments.announceChange(),
    }),
  );

  const selfCheck = stack.use(
    new LedgerSelfCheck({
      db,
      verify: ledgerVerification({ db, databaseUrl: options.databaseUrl, checkpoints }),
      incidents: incidentReporter,
      now,
      logger,
    }),
  );
  const ledger = new LedgerService({ db, checkpoints, selfCheck });
  const faceSearches = createFaceSearches({
    ...{ db, objects, ledger, publish, now, logger },
    ...{ desk: faces.desk, lists: liveFaceSearch.lists, modelDigest: embeddingDigest },
    ...(options.faceSearchLimits !== undefined && { limits: options.faceSearchLimits }),
  });
  const explanations = new ExplainService({ db, ledger, now });
  const controls = stack.use(new ControlService({ db, records, logger, now }));
  const systems = new SystemService({
    db,
    permits,
    suspensions,
    modelsAtHand: () => registerUpkeep.modelsAtHand,
  });
  const packs = stack.use(
    createPackService({
      db,
      checkpoints,
      controls,
      dataDir: options.dataDir,
      explanations,
      logger,
      now,
      signer: { name: checkpoints.origin, privateKey: keys.ledger },
      systems,
      version: options.version,
    }),
  );
  const assurance = createAssurance({
    ...{ db, records, now },
    secrets: keys.secrets,
    reviewSources: {
      controls: () => controls.overview(),
      performance: (query, sites) => monitoring.performance.read(query, sites),
    },
  });
  const lifecycle = createLifecycle({
    ...options,
    systemService: systems,
    registerUpkeep,
    permitUpkeep,
    training: assurance.training,
    clock,
  });
  const users = new UserService({ db, now });
  const trainingGaps = assurance.training.missingCourses.bind(assurance.training);
  const identity = stack.use(createIdentity({ ...options, users, trainingGaps }));
  return {
    metrics,
    workers,
    ingest,
    permitUpkeep,
    registerUpkeep,
    ...lifecycle,
    checkpoints,
    records,
    incidentReporter,
    incidentFollower,
    clock,
    clockAcceptance: new ClockService({
      db,
      guard: clock,
      records,
      now,
      onChanged: () => permitUpkeep.followSystems(),
    }),
    suspensions,
    selfCheck,
    assurance,
    updates,
    users,
    ...identity,
    access: new AccessReportService({ db, now }),
    cases: new CaseService({
      db,
      now,
      updates: {
        endPurpose(caseId, userId) {
          updates.endPurpose(caseId, userId);
          redaction.upkeep.look();
        },
      },
    }),
    purposes: new PurposeService({ db, now }),
    alerts,
    hotlists,
    plates,
    faces,
    faceMatches,
    faceSearches,
    redaction,
    traffic,
    enforcement,
    violations,
    citizen,
    crime,
    crimeIncidents,
    redress,
    fines,
    civic,
    performance,
    signals,
    alertSteps: new AlertStepService({ db, alerts, now, publish }),
    monitoring,
    documents: new DocumentService({ db, records, objects, clock, now }),
    risks: new RiskService({ db, records, clock, now }),
    assessments: new AssessmentService({
      db,
      bus,
      clock,
      records,
      now,
      onChanged: () => permitUpkeep.followSystems(),
    }),
    cameraGroups: new CameraGroupService({ db, now, onChanged: followCameras }),
    cameras: new CameraService({
      db,
      secrets: keys.secrets,
      now,
      defaultSite: options.defaultSite,
      workers,
      onChanged: followCameras,
    }),
    controls,
    evidence,
    explanations,
    ledger,
    live: new LiveViews({
      open: new LiveProxy(workers),
      masked: redactor,
      grants: redaction.originals,
      now,
    }),
    packs,
    publicRegister: new PublicRegisterService({ db, systems, now }),
    rules: new RuleService({ db, now, onChanged: followCameras }),
    status: new StatusService({
      db,
      version: options.version,
      now,
      workers,
      ingest,
      ledgerCheck: selfCheck,
      siteOfCamera: cameraSites.siteOf,
    }),
    sites: new SiteService({ db, now }),
    systems,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
