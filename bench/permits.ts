import { newIdentifier } from '@amaan/contracts/identifier';
import { MAX_SIMULATED_CAMERAS } from '@amaan/contracts/simulation-messages';
import { signPermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { testAiSystem } from '@amaan/governance/testing/test-ai-system';
import { PermitService } from '@amaan/server/permits/permit-service';
import type { Database } from '@amaan/store/open-database';
import { listPermitsInForce, revokePermits } from '@amaan/store/permits';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import { ensureSimulatedCameras } from '@amaan/store/simulated-cameras';
import { ensureSite } from '@amaan/store/sites';
import { registerModel, registerSystem } from '@amaan/store/systems';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { recordStanding } from '@amaan/store/testing/record-standing';
import { pino } from 'pino';
import type { Benchmark } from './figure.ts';
import { percentile } from './percentile.ts';

const CAMERAS = 24_000;
const SYSTEMS = 12;
const ROUNDS = 5;
const LIMIT_MS = 5_000;

const MODEL = {
  id: 'bench-model',
  title: 'Bench',
  licence: 'Apache-2.0',
  source: 'bench',
  digest: 'a'.repeat(64),
};

/**
 * Issuing permits for a province: register read, cameras read, claims signed, permit and ledger entry
 * committed to a real PostgreSQL with fsync on. The floor is signing the same claims and nothing else.
 */
export const benchPermits: Benchmark = async function* () {
  await using postgres = await startTestPostgres();
  const { db } = postgres;
  await addCameras(db);
  const systems = Array.from({ length: SYSTEMS }, (_, n) =>
    testAiSystem({ id: `bench-${String.fromCharCode(97 + n)}`, models: [MODEL.id] }),
  );
  await registerModel(db, MODEL);
  for (const system of systems) {
    await registerSystem(db, system);
    await recordStanding(db, approvedStanding(system, [MODEL], new Date()));
  }
  const key = await generatePermitKey('bench');
  for (const count of [1, SYSTEMS]) {
    const own = systems.slice(0, count);
    const service = new PermitService({
      db,
      key,
      systems: own,
      clock: { millisecondsBehind: async () => 0 },
      now: Date.now,
      logger: pino({ level: 'silent' }),
    });
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const { id } of own)
        await revokePermits(db, { system: id, reason: 'bench', at: new Date().toISOString() });
      times.push(await milliseconds(() => service.renew([MODEL])));
    }
    const floor = await signAgain(db, key);
    const value = percentile(times, 0.5);
    const name = `permits of ${count} system${count === 1 ? '' : 's'} × ${CAMERAS} cameras`;
    yield {
      benchmark: 'permits',
      name,
      value,
      unit: 'ms',
      floor,
      ratio: value / floor,
      aim: `≤ ${LIMIT_MS} ms`,
      met: Math.max(...times) <= LIMIT_MS,
    };
    const idle = await milliseconds(() => service.renew([MODEL]));
    yield { benchmark: 'permits', name: `${name}, nothing due`, value: idle, unit: 'ms' };
  }
};

async function addCameras(db: Database): Promise<void> {
  const secrets = new SecretBox(Buffer.alloc(SECRET_KEY_BYTES, 1));
  const site = await ensureSite(db, 'Bench');
  for (let from = 0; from < CAMERAS; from += MAX_SIMULATED_CAMERAS) {
    const inputs = Array.from({ length: MAX_SIMULATED_CAMERAS }, (_, n) => ({
      name: `Camera ${from + n}`,
      position: [74.3, 31.5] as [number, number],
      rules: [],
    }));
    await db.transaction().execute((tx) => ensureSimulatedCameras(tx, inputs, site.id, secrets));
  }
}

/** How long it takes to sign the claims of the permits in force once more. */
async function signAgain(db: Database, key: PermitSigningKey): Promise<number> {
  const permits = await listPermitsInForce(db, new Date().toISOString());
  return milliseconds(async () => {
    for (const { claims } of permits) await signPermit({ ...claims, jti: newIdentifier() }, key);
  });
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
