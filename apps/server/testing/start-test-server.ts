import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bus } from '@amaan/bus/bus';
import { Hub } from '@amaan/bus/hub';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { smartVision } from '@amaan/smart-vision/system';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import type { Database } from '@amaan/store/open-database';
import { ensureDeployment, ensureSite } from '@amaan/store/sites';
import { pino } from 'pino';
import { AI_SYSTEMS } from '../ai-systems.ts';
import { createApp } from '../create-app.ts';
import { createServices, type RunningServices } from '../create-services.ts';
import { prepareDemoAccounts } from '../demo/demo-accounts.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import type { FaceDesk } from '../faces/face-desk.ts';
import type { App } from '../http/app.ts';
import { openDeploymentKeys } from '../keys/deployment-keys.ts';
import type { RunnableModel } from '../permits/runnable-model.ts';
import { DEFAULT_PLATE_SETTINGS } from '../plates/create-plates.ts';
import type { Masking } from '../redaction/masking.ts';
import type { VehicleRegistry } from '../registry/registry-entry.ts';
import { DEFAULT_VIOLATION_SETTINGS, type ViolationSettings } from '../violations/create-violations.ts';
import type { PaymentGateway } from '../violations/payments/payment-gateway.ts';
import { approveSystem } from './approve-system.ts';
import { fakeMasking } from './fake-masking.ts';

/** A model as if its file were in the cache. */
export const TEST_MODEL: RunnableModel = {
  id: smartVision.models[0],
  title: 'Test detector',
  licence: 'Apache-2.0',
  source: 'npm:test@1.0.0',
  digest: digestOfBytes(Buffer.from('model')),
};

export interface TestServer extends AsyncDisposable {
  readonly app: App;
  readonly services: RunningServices;
  readonly db: Database;
  /** The bus as a worker has it. */
  readonly workerBus: Bus;
  /** The bus as yet another worker has it; it ends with the server. */
  readonly connectWorker: () => Bus;
  readonly objects: DiskObjectStore;
  readonly dataDir: string;
  /** Lets the server's clock run ahead of the real one. */
  readonly clock: { aheadMs: number };
  /** Lines that the server logged. */
  readonly log: readonly string[];
}

export interface TestServerOptions {
  readonly consoleDir?: string;
  readonly publicOrigin?: string;
  readonly requireSecondFactor?: boolean;
  readonly monitorToken?: string;
  readonly commandLineToken?: string;
  readonly readModels?: () => Promise<RunnableModel[]>;
  readonly faceDesk?: FaceDesk;
  /** What masks; left out: a fake that covers everything. */
  readonly masking?: Pick<Masking, 'mask'>;
  readonly maskingPatienceMs?: number;
  readonly unmaskAloneMinutes?: number;
  /** Left out: no registry of vehicles. */
  readonly registry?: VehicleRegistry;
  readonly violations?: Partial<ViolationSettings>;
  /** Left out: nothing can be paid. */
  readonly paymentGateway?: PaymentGateway;
  /**
   * Whether Smart Vision is approved and has its permit, as if people had decided it (left out: yes); `full`
   * seeds a whole demonstration through the services instead.
   */
  readonly demo?: boolean | 'full';
}

/** A whole control plane in this process on a migrated database, with a hub in place of the parent. */
export async function startTestServer(db: Database, options: TestServerOptions = {}): Promise<TestServer> {
  const stack = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'amaan-server-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  const hub = stack.use(new Hub());
  const clock = { aheadMs: 0 };
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const deployment = await ensureDeployment(db, 'Test');
  const objects = await DiskObjectStore.open(join(dataDir, 'objects'));
  const shared = { dataDir, publicOrigin: options.publicOrigin ?? null, version: '1.2.3', logger };
  const services = stack.use(
    createServices({
      ...shared,
      requireSecondFactor: options.requireSecondFactor ?? false,
      db,
      bus: stack.use(hub.connect()),
      objects,
      keys: await openDeploymentKeys(dataDir, deployment.id),
      defaultSite: await ensureSite(db, 'Control room'),
      systems: AI_SYSTEMS,
      readModels: options.readModels ?? (async () => [TEST_MODEL]),
      ...(options.faceDesk !== undefined && { faceDesk: options.faceDesk }),
      masking: options.masking ?? fakeMasking(),
      ...(options.maskingPatienceMs !== undefined && { maskingPatienceMs: options.maskingPatienceMs }),
      ...(options.unmaskAloneMinutes !== undefined && { unmaskAloneMinutes: options.unmaskAloneMinutes }),
      plates: { ...DEFAULT_PLATE_SETTINGS, registry: options.registry ?? null },
      violations: { ...DEFAULT_VIOLATION_SETTINGS, ...options.violations },
      ...(options.paymentGateway !== undefined && { paymentGateway: options.paymentGateway }),
      now: () => Date.now() + clock.aheadMs,
    }),
  );
  await services.permitUpkeep.start();
  if (options.demo === 'full') {
    await prepareDemoAccounts(services.users, randomBytes(32).toString('hex'));
    await seedDemo({ db, services, now: () => Date.now() + clock.aheadMs });
  }
  if (options.demo === undefined || options.demo === true) await approveSystem(db, services, smartVision);
  await services.permitUpkeep.followSystems();
  await services.access.recordRules();
  const app = await createApp({
    ...shared,
    services,
    consoleDir: options.consoleDir ?? null,
    programTokens: { monitor: options.monitorToken ?? null, commandLine: options.commandLineToken ?? null },
    trustedProxies: null,
  });
  stack.defer(() => app.close());
  const workerBus = stack.use(hub.connect());
  return {
    app,
    services,
    db,
    workerBus,
    connectWorker: () => stack.use(hub.connect()),
    objects,
    dataDir,
    clock,
    log,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** A password nobody else has. */
export function newPassword(): string {
  return randomBytes(12).toString('base64url');
}
