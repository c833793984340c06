import { ControlFeed } from '@amaan/analytics/permits/control-feed';
import type { Bus } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { MAX_SIMULATED_CAMERAS } from '@amaan/contracts/simulation-messages';
import { Assignment, Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { PermitClock } from '@amaan/governance/permits/permit-clock';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { assertCovers } from '@amaan/governance/permits/permit-scope';
import { RevokedPermits } from '@amaan/governance/permits/revoked-permits';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import { startTestServer, type TestServer } from '@amaan/server/testing/start-test-server';
import { smartVision } from '@amaan/smart-vision/system';
import { insertCameraGroup, moveCamerasToGroup } from '@amaan/store/camera-groups';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import { ensureSimulatedCameras } from '@amaan/store/simulated-cameras';
import { ensureSite } from '@amaan/store/sites';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { pino } from 'pino';
import type { Benchmark } from './figure.ts';
import { percentile } from './percentile.ts';

const WORKERS = 50;
const CAMERAS_PER_WORKER = 20;
/** How often each worker asks its gate, for all of its cameras. */
const LOOK_MS = 4;
const ROUNDS = 10;
const LIMIT_MS = 2_000;
/** After the last worker is known to have stopped, a straggler would still show. */
const WATCH_MS = 500;

const person = (name: string) => ({ actor: `user:${name}`, name, person: name, role: 'supervisor' });

/**
 * From the call that suspends a system to the last look that any worker's permit gate let through. Fifty
 * workers with a bus client, an assignment feed and a permit gate each, as in the real worker, on the real hub;
 * the server is whole and its PostgreSQL syncs to disk. The floor is one bare announcement to all of them.
 */
export const benchSuspension: Benchmark = async function* () {
  await using postgres = await startTestPostgres();
  await using server = await startTestServer(postgres.db);
  const { cameras, groupId } = await addCameras(server);
  await using stack = new AsyncDisposableStack();
  const workers = Array.from({ length: WORKERS }, (_, n) =>
    stack.use(
      new GateWorker(
        server.connectWorker(),
        cameras.slice(n * CAMERAS_PER_WORKER, (n + 1) * CAMERAS_PER_WORKER),
      ),
    ),
  );
  await until(() => workers.every((worker) => worker.isLooking));
  const floor = await announcement(server, workers);
  for (const [name, cameraGroupId] of [
    ['whole system', null],
    ['group of half of the cameras', groupId],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      times.push(await suspendOnce(server, workers, cameraGroupId));
    const common = { benchmark: 'suspension', unit: 'ms', floor } as const;
    for (const [what, value] of [
      ['median', percentile(times, 0.5)],
      ['p95', percentile(times, 0.95)],
      ['worst', Math.max(...times)],
    ] as const) {
      yield {
        ...common,
        name: `${name}: suspending to last look of ${WORKERS} workers, ${what}`,
        value,
        ratio: value / floor,
        ...(what === 'worst' && { aim: `≤ ${LIMIT_MS} ms`, met: value <= LIMIT_MS }),
      };
    }
  }
  const refused = workers.reduce((sum, worker) => sum + worker.refusedOthers, 0);
  yield {
    benchmark: 'suspension',
    name: 'looks refused to cameras outside the group',
    value: refused,
    unit: 'looks',
    aim: '0',
    met: refused === 0,
  };
};

async function suspendOnce(
  server: TestServer,
  workers: readonly GateWorker[],
  cameraGroupId: Identifier | null,
): Promise<number> {
  const { suspensions } = server.services;
  const system = smartVision.id;
  const stopped = new Set(await camerasOf(server, cameraGroupId));
  for (const worker of workers) worker.watch(stopped, cameraGroupId !== null);
  const startedAt = performance.now();
  await suspensions.suspend({
    system,
    cameraGroupId,
    reason: 'bench',
    source: 'person',
    by: person('a'),
    incidentId: null,
  });
  await until(() => workers.every((worker) => worker.hasStopped));
  await until(() => performance.now() - Math.max(...workers.map(({ lastLook }) => lastLook)) > WATCH_MS);
  const last = Math.max(...workers.map(({ lastLook }) => lastLook));
  const order = { system, cameraGroupId, reason: 'bench' };
  await suspensions.resume({ ...order, by: person('b') });
  await suspensions.resume({ ...order, by: person('c') });
  await until(() => workers.every((worker) => worker.isLooking));
  return last - startedAt;
}

/** A worker without pictures: its gate is asked as before every run of a model. */
class GateWorker implements AsyncDisposable {
  readonly #cameras: readonly Identifier[];
  readonly #feed: ControlFeed<Assignment>;
  readonly #clock = new PermitClock();
  readonly #revoked = new RevokedPermits();
  readonly #timer: NodeJS.Timeout;
  #claims: PermitClaims | null = null;
  #stopped: ReadonlySet<Identifier> = new Set();
  #countsOthers = false;
  #admitted = new Set<Identifier>();
  lastLook = 0;
  refusedOthers = 0;

  constructor(bus: Bus, cameras: readonly Identifier[]) {
    this.#cameras = cameras;
    const logger = pino({ level: 'silent' });
    this.#feed = new ControlFeed({
      bus,
      ...{ subject: SUBJECTS.assignment, schema: Assignment, id: newIdentifier() },
      apply: (answer) => this.#apply(answer),
      logger,
    });
    bus.listen(SUBJECTS.revocation, (payload) => {
      const { permitId, cameras: revoked } = Revocation.parse(payload);
      this.#revoked.add({ permitId, cameras: revoked });
      this.#feed.refresh();
    });
    bus.listen(SUBJECTS.assignmentChanged, () => this.#feed.refresh());
    bus.listen(PING, () => {
      this.pingedAt = performance.now();
    });
    this.#feed.refresh();
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  pingedAt = 0;

  /** Whether all of its cameras are let through. */
  get isLooking(): boolean {
    return this.#admitted.size === this.#cameras.length;
  }

  /** Whether none of the cameras that must stop was let through at the last look. */
  get hasStopped(): boolean {
    return !this.#cameras.some((camera) => this.#stopped.has(camera) && this.#admitted.has(camera));
  }

  watch(stopped: ReadonlySet<Identifier>, countsOthers: boolean): void {
    this.#stopped = stopped;
    this.#countsOthers = countsOthers;
    this.lastLook = performance.now();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#feed[Symbol.asyncDispose]();
  }

  async #apply(assignment: Assignment): Promise<void> {
    for (const permitId of assignment.revokedPermits) this.#revoked.add({ permitId, cameras: null });
    for (const revocation of assignment.revokedCameras) this.#revoked.add(revocation);
    const token = assignment.permits.find(({ system }) => system === smartVision.id)?.token;
    const keys = await PermitKeySet.fromJwks(assignment.permitKeys);
    this.#claims = token === undefined ? null : await verifyPermit(token, keys, this.#clock.now());
  }

  #look(): void {
    const admitted = new Set(this.#cameras.filter((camera) => this.#isAdmitted(camera)));
    this.#admitted = admitted;
    const now = performance.now();
    if ([...admitted].some((camera) => this.#stopped.has(camera))) this.lastLook = now;
    if (!this.#countsOthers) return;
    this.refusedOthers += this.#cameras.filter(
      (camera) => !this.#stopped.has(camera) && !admitted.has(camera),
    ).length;
  }

  #isAdmitted(cameraId: Identifier): boolean {
    if (this.#claims === null) return false;
    const [model] = this.#claims.models;
    const use = {
      system: smartVision.id,
      modelDigest: model?.digest ?? '',
      configurationDigest: this.#claims.configurationDigest,
      cameraId,
    };
    try {
      assertCovers(this.#claims, use, this.#clock.now(), this.#revoked);
      return true;
    } catch (error) {
      if (error instanceof PermitDenied) return false;
      throw error;
    }
  }
}

const PING = 'bench.ping';

/** How long one announcement takes to reach all workers, the median of several. */
async function announcement(server: TestServer, workers: readonly GateWorker[]): Promise<number> {
  const bus = server.connectWorker();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    bus.announce(PING, {});
    await until(() => workers.every(({ pingedAt }) => pingedAt >= startedAt));
    times.push(Math.max(...workers.map(({ pingedAt }) => pingedAt)) - startedAt);
  }
  return percentile(times, 0.5);
}

async function addCameras(server: TestServer): Promise<{ cameras: Identifier[]; groupId: Identifier }> {
  const { db } = server;
  const secrets = new SecretBox(Buffer.alloc(SECRET_KEY_BYTES, 1));
  const site = await ensureSite(db, 'Bench');
  const inputs = Array.from(
    { length: Math.min(MAX_SIMULATED_CAMERAS, WORKERS * CAMERAS_PER_WORKER) },
    (_, n) => ({
      name: `Camera ${n}`,
      position: [74.3, 31.5] as [number, number],
      rules: [],
    }),
  );
  const added = await db.transaction().execute((tx) => ensureSimulatedCameras(tx, inputs, site.id, secrets));
  const cameras = added.cameras.map(({ id }) => id);
  const groupId = await insertCameraGroup(db, {
    siteId: site.id,
    name: 'Half',
    at: new Date().toISOString(),
  });
  // Every other one, so that each worker has cameras that stop and cameras that go on.
  const half = cameras.filter((_, n) => n % 2 === 0);
  await db.transaction().execute((tx) => moveCamerasToGroup(tx, groupId, half));
  await server.services.permitUpkeep.followCameras();
  return { cameras, groupId };
}

async function camerasOf({ db }: TestServer, groupId: Identifier | null): Promise<Identifier[]> {
  let query = db.selectFrom('camera').select('id');
  if (groupId !== null) query = query.where('group_id', '=', groupId);
  return (await query.execute()).map(({ id }) => id);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > deadline)
      throw new Error('The workers did not come to what was expected within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
