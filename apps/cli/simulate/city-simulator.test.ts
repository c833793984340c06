import type { BusMessage } from '@amaan/bus/bus';
import { inProcessBus } from '@amaan/bus/in-process-bus';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { SimulatedCamera, SimulationPermits } from '@amaan/contracts/simulation-messages';
import { Heartbeat, SUBJECTS, WorkerReport } from '@amaan/contracts/worker-messages';
import { signPermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CitySimulator } from './city-simulator.ts';
import { simulatedDistrict } from './district.ts';
import { SimulationPermit } from './simulation-permit.ts';

const SYSTEM = 'smart-vision';
const siteId = newIdentifier();
const cameras: SimulatedCamera[] = simulatedDistrict(12).cameras.map(({ name, rules }) => ({
  id: newIdentifier(),
  siteId,
  name,
  rules: rules.map((rule) => ({ ...rule, id: newIdentifier(), version: 1 })),
}));

let bus: ReturnType<typeof inProcessBus>;
let key: PermitSigningKey;
let offered: SimulationPermits['permits'];
let reports: WorkerReport[];
let stop: AbortController;

beforeEach(async () => {
  bus = inProcessBus();
  key = await generatePermitKey('test');
  reports = [];
  stop = new AbortController();
  offered = [{ system: SYSTEM, token: (await permitFor(key)).token }];
  bus.respond(SUBJECTS.simulationPermits, async () => ({
    serverTime: instantOf(Date.now()),
    permits: offered,
    permitKeys: [key.publicJwk],
    revokedPermits: [],
  }));
});

afterEach(async () => {
  stop.abort();
  await bus[Symbol.asyncDispose]();
});

describe('CitySimulator', () => {
  test('publishes valid, labelled reports of its cameras under the permit, alerts among them', async () => {
    consume();
    await using permit = await SimulationPermit.open(bus, SYSTEM, fail);
    const running = simulator(permit, { rate: 400, alertsPerMinute: 600 }).run(stop.signal);
    await vi.waitFor(() => expect(kinds()).toEqual(expect.arrayContaining(ALL_KINDS)), { timeout: 20_000 });
    stop.abort();
    await running;
    const jti = permit.claims(Date.now())?.jti;
    const ids = new Set(cameras.map(({ id }) => id));
    for (const report of reports) {
      if (report.type !== 'observation') throw new Error('the simulator reports observations only');
      expect(report.observation).toMatchObject({ simulated: true, permitId: jti, system: SYSTEM });
      expect(ids.has(report.observation.cameraId)).toBe(true);
    }
  });

  test('counts as accepted what was acknowledged, and makes no more than it can deliver', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    consume(() => held);
    await using permit = await SimulationPermit.open(bus, SYSTEM, fail);
    const city = simulator(permit, { rate: 2_000, alertsPerMinute: 0 });
    const running = city.run(stop.signal);
    await vi.waitFor(() => expect(city.figures().published).toBeGreaterThan(0), { timeout: 20_000 });
    expect(city.figures().accepted).toBe(0);
    release();
    await vi.waitFor(() => expect(city.figures().accepted).toBeGreaterThan(0), { timeout: 20_000 });
    stop.abort();
    await running;
    const { published, accepted } = city.figures();
    expect(accepted).toBe(published);
    expect(reports).toHaveLength(accepted);
  });

  test('falls silent when its permit is revoked, says so, and goes on under a new one', async () => {
    consume();
    const denials: (string | null)[] = [];
    bus.listen(SUBJECTS.heartbeat, (payload) => {
      denials.push(...Heartbeat.parse(payload).cameras.map((camera) => camera.inferenceDenied));
    });
    await using permit = await SimulationPermit.open(bus, SYSTEM, fail);
    const first = permit.claims(Date.now())!.jti;
    const running = simulator(permit, { rate: 200, alertsPerMinute: 0 }).run(stop.signal);
    await vi.waitFor(() => expect(reports.length).toBeGreaterThan(0), { timeout: 20_000 });

    offered = [];
    bus.announce(SUBJECTS.revocation, {
      permitId: first,
      system: SYSTEM,
      reason: 'test',
      at: instantOf(Date.now()),
    });
    await vi.waitFor(() => expect(permit.claims(Date.now())).toBeNull(), { timeout: 20_000 });
    await vi.waitFor(() => expect(denials.some((denied) => denied !== null)).toBe(true), { timeout: 20_000 });

    const renewed = await permitFor(key);
    offered = [{ system: SYSTEM, token: renewed.token }];
    bus.announce(SUBJECTS.assignmentChanged, {});
    await vi.waitFor(() => expect(permitsInReports()).toContain(renewed.claims.jti), { timeout: 20_000 });
    stop.abort();
    await running;
    expect(permitsInReports()).toEqual([first, renewed.claims.jti]);
  });

  test('falls silent on the cameras that are revoked, and goes on with the others', async () => {
    consume();
    await using permit = await SimulationPermit.open(bus, SYSTEM, fail);
    const [stopped, ...others] = cameras.map(({ id }) => id);
    const running = simulator(permit, { rate: 400, alertsPerMinute: 0 }).run(stop.signal);
    await vi.waitFor(() => expect(camerasInReports()).toContain(stopped), { timeout: 20_000 });
    bus.announce(SUBJECTS.revocation, {
      permitId: permit.claims(Date.now())!.jti,
      cameras: [stopped],
      system: SYSTEM,
      reason: 'test',
      at: instantOf(Date.now()),
    });
    await vi.waitFor(() => expect(permit.covers(stopped!)).toBe(false), { timeout: 20_000 });
    reports.length = 0;
    await vi.waitFor(() => expect(camerasInReports()).toEqual(expect.arrayContaining(others.slice(0, 3))), {
      timeout: 20_000,
    });
    stop.abort();
    await running;
    expect(camerasInReports().lastIndexOf(stopped!)).toBeLessThan(20);
  });
});

const ALL_KINDS = ['object-seen', 'line-crossed', 'zone-entered', 'loitering'];

function simulator(permit: SimulationPermit, load: { rate: number; alertsPerMinute: number }): CitySimulator {
  return new CitySimulator({ bus, cameras, permit, ...load, pattern: () => 1, seed: 1, log: fail });
}

function consume(before: () => Promise<void> = async () => {}): void {
  bus.consume(SUBJECTS.reports, async (messages: readonly BusMessage[]) => {
    await before();
    reports.push(...messages.map(({ payload }) => WorkerReport.parse(payload)));
  });
}

function camerasInReports(): string[] {
  return reports.flatMap((report) => (report.type === 'observation' ? [report.observation.cameraId] : []));
}

function kinds(): string[] {
  return reports.map((report) => (report.type === 'observation' ? report.observation.kind : report.type));
}

function permitsInReports(): string[] {
  return [
    ...new Set(reports.map((report) => (report.type === 'observation' ? report.observation.permitId : ''))),
  ];
}

function fail(line: string): never {
  throw new Error(line);
}

function permitFor(signer: PermitSigningKey): Promise<{ token: string; claims: PermitClaims }> {
  const iat = Math.floor(Date.now() / 1000);
  return signPermit(
    {
      iss: signer.issuer,
      sub: SYSTEM,
      jti: newIdentifier(),
      iat,
      exp: iat + 3600,
      version: '1',
      models: [{ id: 'model', digest: 'a'.repeat(64) }],
      configurationDigest: 'b'.repeat(64),
      cameras: cameras.map(({ id }) => id),
      purposes: ['object-detection'],
      thresholds: {},
    },
    signer,
  );
}
