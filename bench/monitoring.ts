import { readFile } from 'node:fs/promises';
import { simulatedDistrict } from '@amaan/cli/simulate/district';
import { registerDistrict } from '@amaan/cli/simulate/register-district';
import { SimulationPermit } from '@amaan/cli/simulate/simulation-permit';
import { Traffic } from '@amaan/cli/simulate/traffic';
import { newIdentifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { IngestContextReader } from '@amaan/server/ingest/ingest-context';
import { storeReports } from '@amaan/server/ingest/store-reports';
import { type CollectOutputs, collectOutputs } from '@amaan/server/monitoring/collect-outputs';
import { foldDeltas } from '@amaan/server/monitoring/fold-deltas';
import { startTestServer } from '@amaan/server/testing/start-test-server';
import { smartVision } from '@amaan/smart-vision/system';
import { type Database, openDatabase } from '@amaan/store/open-database';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { sql } from 'kysely';
import type { Benchmark } from './figure.ts';
import { percentile } from './percentile.ts';

const CAMERAS = 2_000;
const GROUPS = 36;
const BATCH = 500;
const PAIRS = 2_000;
const WARM_UP = 20;
const RESAMPLES = 1_000;

/**
 * What monitoring adds to ingest: full batches are stored with and without counting, in turns, in one PostgreSQL
 * with fsync. CPU time of this process and of the database's own, since waiting for the disk or for other
 * programs of the machine is no cost of monitoring; folding the counts into hours is part of it.
 */
export const benchMonitoring: Benchmark = async function* () {
  await using postgres = await startTestPostgres();
  await using server = await startTestServer(postgres.db);
  const cameras = await registerDistrict(server.workerBus, simulatedDistrict(CAMERAS, 1));
  await spreadOverGroups(postgres.db);
  await using permit = await SimulationPermit.open(server.workerBus, smartVision.id, () => {});
  const claims = permit.claims(Date.now());
  if (claims === null) throw new AmaanError('PERMIT_MISSING', 'No permit was issued.');

  const db = openDatabase(postgres.postgres.url, { maxConnections: 1 });
  await using stack = new AsyncDisposableStack();
  stack.defer(() => db.destroy());
  const backend = await backendOf(db);
  const random = seededRandom(2);
  const traffic = new Traffic(random);
  const contexts = new IngestContextReader();
  const none: CollectOutputs = () => null;
  const batch = () => {
    const now = Date.now();
    const observations = Array.from({ length: BATCH }, () =>
      traffic.passing(cameras[Math.floor(random() * cameras.length)]!, claims, now),
    );
    return {
      observations,
      evidence: [],
      searched: [],
      roads: [],
      gaps: [],
      passages: [],
      denials: [],
      malformed: 0,
    };
  };
  const store = async (collect: CollectOutputs) => {
    const reports = batch();
    const before = await cpuOf(backend);
    await db.transaction().execute((tx) => storeReports(tx, reports, contexts, collect, Date.now()));
    return (await cpuOf(backend)) - before;
  };

  const plain: number[] = [];
  const counted: number[] = [];
  for (let pair = 0; pair < PAIRS + WARM_UP; pair++) {
    const turns = pair % 2 === 0 ? [plain, counted] : [counted, plain];
    for (const turn of turns) turn.push(await store(turn === plain ? none : collectOutputs));
    if (pair !== WARM_UP - 1) continue;
    await foldDeltas(db);
    plain.length = 0;
    counted.length = 0;
  }
  const before = await cpuOf(backend);
  const folded = await foldDeltas(db);
  const folding = ((await cpuOf(backend)) - before) / folded;

  const common = { benchmark: 'monitoring', unit: 'ms CPU' } as const;
  const [without, counting] = [percentile(plain, 0.5), percentile(counted, 0.5)];
  yield { ...common, name: `store ${BATCH} observations without monitoring, median`, value: without };
  yield {
    ...common,
    name: 'store them and count, median',
    value: counting,
    floor: without,
    ratio: counting / without,
  };
  yield { ...common, name: 'fold the counts of one batch into its hours', value: folding };
  const ratioOf = (one: readonly number[], other: readonly number[]) =>
    (percentile(one, 0.5) + folding) / percentile(other, 0.5);
  const ratio = ratioOf(counted, plain);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    ratioOf(resample(counted, random), resample(plain, random)),
  );
  const all = { benchmark: 'monitoring', unit: 'ratio' } as const;
  yield { ...all, name: 'with monitoring to without', value: ratio, aim: '≤ 1.02', met: ratio <= 1.02 };
  yield { ...all, name: '… 95 % interval (bootstrap), from', value: percentile(drawn, 0.025) };
  yield { ...all, name: '… to', value: percentile(drawn, 0.975) };
};

function resample(sample: readonly number[], random: () => number): number[] {
  return sample.map(() => sample[Math.floor(random() * sample.length)]!);
}

/** As a province has them: cameras of one site in many groups. */
async function spreadOverGroups(db: Database): Promise<void> {
  const [first] = await db.selectFrom('camera').select('site_id').limit(1).execute();
  const groups = Array.from({ length: GROUPS }, (_, index) => ({
    id: newIdentifier(),
    site_id: first!.site_id,
    name: `Group ${index + 1}`,
    is_default: false,
    created_at: new Date().toISOString(),
  }));
  await db.insertInto('camera_group').values(groups).execute();
  await sql`
    UPDATE camera SET group_id = (${groups.map(({ id }) => id)}::uuid[])[1 + abs(hashtext(id::text)) % ${GROUPS}::int]
    WHERE site_id = ${first!.site_id}`.execute(db);
}

async function backendOf(db: Database): Promise<number> {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
  return rows[0]!.pid;
}

/** Milliseconds of CPU that this process and the database's process have used. */
async function cpuOf(backend: number): Promise<number> {
  const { user, system } = process.cpuUsage();
  const text = await readFile(`/proc/${backend}/schedstat`, 'utf8').catch((cause) => {
    throw new AmaanError('BENCH_NEEDS_LINUX', 'This benchmark needs /proc, which only Linux has.', { cause });
  });
  return (user + system) / 1e3 + Number(text.split(' ')[0]) / 1e6;
}
