import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectIpcBus } from '@amaan/bus/ipc-bus';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import { migrate } from '@amaan/store/migrations/migrate';
import { openDatabase } from '@amaan/store/open-database';
import { ColdSightings } from '@amaan/store/plates/cold-sightings';
import { ensureDefaultSite, ensureDeployment } from '@amaan/store/sites';
import { readManifests } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { pino } from 'pino';
import { AI_SYSTEMS } from './ai-systems.ts';
import { createApp } from './create-app.ts';
import { createServices } from './create-services.ts';
import { prepareDemoAccounts } from './demo/demo-accounts.ts';
import { EnforceGate } from './demo/enforce-gate.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { DemoVehicleRegistry } from './demo/violations/demo-registry.ts';
import { openDeploymentKeys } from './keys/deployment-keys.ts';
import type { ServerMessage } from './parent-messages.ts';
import type { RunnableModel } from './permits/runnable-model.ts';
import { openVehicleRegistry } from './registry/open-vehicle-registry.ts';
import { readEnvironment } from './server-environment.ts';
import { readLawFolder } from './violations/laws/law-book.ts';
import { TestGateway } from './violations/payments/test-gateway.ts';

/** The control plane as a child process: joined to its parent by the bus, it ends when the parent does. */

const environment = readEnvironment(process.env);
const logger = pino({ name: 'server', level: environment.AMAAN_LOG_LEVEL });
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as {
  version: string;
};

await using stack = new AsyncDisposableStack();
const bus = stack.use(connectIpcBus((problem) => logger.warn({ err: problem }, 'a problem on the bus')));
const stopAsked = Promise.withResolvers<string>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopAsked.resolve(signal));
bus.closed.then(() => stopAsked.resolve('the bus is closed'));

const db = openDatabase(environment.AMAAN_DATABASE_URL, {
  onConnectionError: (error) => logger.warn({ err: error }, 'a database connection broke'),
});
stack.defer(() => db.destroy());
await migrate(db);
const deployment = await ensureDeployment(db, environment.AMAAN_DEPLOYMENT_NAME);

/** Models whose file was not what its manifest says when the cache was last hashed. */
let wrongModels: string[] = [];

const dataDir = environment.AMAAN_DATA;
const cold = stack.use(await ColdSightings.open(join(dataDir, 'sightings')));
const registry =
  environment.AMAAN_VEHICLE_REGISTRY === undefined
    ? environment.AMAAN_DEMO
      ? new DemoVehicleRegistry()
      : null
    : await openVehicleRegistry(environment.AMAAN_VEHICLE_REGISTRY, logger);
/** Nothing can be paid unless the deployment names a gateway; a demonstration has the one without a bank. */
const paymentGateway =
  environment.AMAAN_PAYMENT_GATEWAY === 'test' || environment.AMAAN_DEMO
    ? await TestGateway.open({ folder: join(dataDir, 'test-gateway'), now: Date.now })
    : null;
const shared = { dataDir, publicOrigin: environment.AMAAN_PUBLIC_URL ?? null, version, logger };
const services = stack.use(
  createServices({
    ...shared,
    requireSecondFactor: environment.AMAAN_REQUIRE_SECOND_FACTOR,
    db,
    databaseUrl: environment.AMAAN_DATABASE_URL,
    bus,
    objects: await DiskObjectStore.open(join(dataDir, 'objects')),
    keys: await openDeploymentKeys(dataDir, deployment.id),
    defaultSite: await ensureDefaultSite(db, environment.AMAAN_SITE_NAME),
    systems: AI_SYSTEMS,
    readModels: readInstalledModels,
    readWrongModels: () => wrongModels,
    plates: {
      retentionDays: environment.AMAAN_PLATE_RETENTION_DAYS,
      hotDays: environment.AMAAN_PLATE_HOT_DAYS,
      registry,
      cold,
    },
    violations: {
      province: environment.AMAAN_PROVINCE,
      laws: await readLawFolder(join(dataDir, 'law')),
      allowUncheckedLaw: environment.AMAAN_DEMO,
      secondLookShare: environment.AMAAN_SECOND_LOOK_SHARE,
    },
    ...(paymentGateway !== null && { paymentGateway }),
    cancellationLimit: environment.AMAAN_CANCELLATION_LIMIT,
    noticeOrigin: `http://${environment.AMAAN_HOST}:${environment.AMAAN_PORT}`,
    civicPictureDays: environment.AMAAN_CIVIC_PICTURE_DAYS,
    faceMatchRetentionDays: environment.AMAAN_FACE_MATCH_RETENTION_DAYS,
    faceSearchLimits: {
      perPersonAndHour: environment.AMAAN_FACE_SEARCHES_PER_HOUR,
      perAuthorisationAndDay: environment.AMAAN_FACE_SEARCHES_PER_DAY,
      atOnce: environment.AMAAN_FACE_SEARCHES_AT_ONCE,
    },
    unmaskAloneMinutes: environment.AMAAN_UNMASK_ALONE_MINUTES,
    now: Date.now,
  }),
);
await services.permitUpkeep.start();
await services.hotlists.matcher.start();
services.plates.start();
services.faces.upkeep.start();
services.faceMatches.start();
services.redaction.start();
services.traffic.start();
services.signals.start();
services.enforcement.start();
services.violations.start();
services.redress.start();
services.fines.start();
await services.crimeIncidents.start();
services.crime.start();
services.civic.start();
if (environment.AMAAN_DEMO) {
  const secret = environment.AMAAN_COMMAND_LINE_TOKEN ?? randomBytes(32).toString('base64url');
  tellParent({ type: 'demo-accounts', accounts: await prepareDemoAccounts(services.users, secret) });
  await seedDemo({ db, services, now: Date.now });
  await services.permitUpkeep.followSystems();
  stack.use(new EnforceGate({ db, services, logger })).start();
}
// After the seeds: its first look makes the reports of weeks whose calls are there, and the next is ten minutes later.
services.performance.start();
await services.access.recordRules();
services.checkpoints.start();
await services.monitoring.watch.start();
services.monitoring.coverage.start();
services.monitoring.service.start();
services.selfCheck.start();
services.controls.start();
const app = await createApp({
  ...shared,
  services,
  consoleDir: environment.AMAAN_CONSOLE,
  programTokens: {
    monitor: environment.AMAAN_METRICS_TOKEN ?? null,
    commandLine: environment.AMAAN_COMMAND_LINE_TOKEN ?? null,
  },
  trustedProxies: environment.AMAAN_TRUSTED_PROXIES ?? null,
});
stack.defer(() => app.close());

const administrator = await services.users.prepareFirstAdministrator();
if (administrator !== null) {
  const { user, oneTimePassword } = administrator;
  tellParent({ type: 'first-administrator', username: user.username, password: oneTimePassword });
}
const url = await app.listen({ host: environment.AMAAN_HOST, port: environment.AMAAN_PORT });
tellParent({ type: 'ready', url: environment.AMAAN_PUBLIC_URL ?? url });

logger.info({ reason: await stopAsked.promise }, 'stopping');

function tellParent(message: ServerMessage): void {
  process.send?.(message);
}

/** The models of the cache whose files are what their manifests say. */
async function readInstalledModels(): Promise<RunnableModel[]> {
  const checks = await new ModelStore().verify(await readManifests());
  wrongModels = checks.flatMap(({ manifest, state }) => (state === 'wrong-digest' ? [manifest.id] : []));
  return checks.flatMap(({ manifest, state, digest }) => {
    const { id, title, licence, source } = manifest;
    return state === 'ok' && digest !== null ? [{ id, title, licence, source, digest }] : [];
  });
}
