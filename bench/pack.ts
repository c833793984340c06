import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PackZip } from '@amaan/cli/govern/pack-zip';
import type { PackJob } from '@amaan/contracts/api/evidence-pack';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Observation } from '@amaan/contracts/observation';
import { verifyPack } from '@amaan/governance/pack/verify-pack';
import { lineCrossed } from '@amaan/server/testing/observations';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import { startTestServer, type TestServer } from '@amaan/server/testing/start-test-server';
import type { TestClient } from '@amaan/server/testing/test-client';
import { addWatchedCamera, type WatchedCamera } from '@amaan/server/testing/watched-camera';
import { insertAlerts } from '@amaan/store/alerts';
import { appendToLedger } from '@amaan/store/ledger-store';
import { insertObservations } from '@amaan/store/observations';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { sql } from 'kysely';
import type { Benchmark } from './figure.ts';

const ALERTS = 100_000;
const BATCH = 1_000;
const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const SAMPLE = 25;
const AIM_SECONDS = 60;

/**
 * An evidence pack of a month with 100,000 alerts: observations, alerts, reviews of four in five and their
 * ledger entries in an embedded PostgreSQL, then the pack through the server as the command line asks for it,
 * and its check on "another machine". The floor is the database alone reading the same alerts once.
 */
export const benchPack: Benchmark = async function* () {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'amaan-bench-pack-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = stack.use(await startTestPostgres());
  const server = stack.use(await startTestServer(postgres.db));
  const watched = await addWatchedCamera(server, await signInAs(server, 'administrator'));
  const begin = Date.now() - DAYS * DAY_MS;
  for (let first = 0; first < ALERTS; first += BATCH) {
    await fill(server, watched, begin, first);
    if (first % 10_000 === 0) console.error(`${first} of ${ALERTS} alerts`);
  }
  await server.services.checkpoints.sign();
  const common = { benchmark: 'pack' } as const;

  const readAt = performance.now();
  await sql`
    SELECT count(*), count(DISTINCT observation.body) FROM alert
    JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
    LEFT JOIN review ON review.alert_id = alert.id`.execute(server.db);
  const floor = seconds(performance.now() - readAt);

  const officer = await signInAs(server, 'governance-officer');
  const madeAt = performance.now();
  const job = await makePack(officer, begin);
  const value = seconds(performance.now() - madeAt);
  yield {
    ...common,
    name: `govern pack, ${ALERTS.toLocaleString('en')} alerts`,
    value,
    unit: 's',
    floor,
    ratio: Number((value / floor).toFixed(1)),
    aim: `at most ${AIM_SECONDS} s`,
    met: value <= AIM_SECONDS,
  };
  yield { ...common, name: 'size', value: Number((job.file!.bytes / 1e6).toFixed(1)), unit: 'MB' };
  yield {
    ...common,
    name: 'memory of the process afterwards',
    value: Math.round(process.memoryUsage().rss / 1e6),
    unit: 'MB',
  };

  const path = join(folder, 'pack.zip');
  await writeFile(path, (await officer.get(`/api/packs/${job.id}/file`)).rawPayload);
  const verifyAt = performance.now();
  await using pack = await PackZip.open(path);
  const verdict = await verifyPack(pack, server.services.ledger.vkey);
  if (verdict.population !== ALERTS) throw new Error(`The pack lists ${verdict.population} alerts.`);
  yield { ...common, name: 'govern verify', value: seconds(performance.now() - verifyAt), unit: 's' };
};

async function makePack(officer: TestClient, begin: number): Promise<PackJob> {
  const answer = await officer.post('/api/packs', {
    from: instantOf(begin),
    to: instantOf(begin + DAYS * DAY_MS),
    sample: SAMPLE,
  });
  if (answer.statusCode !== 202) throw new Error(`The pack was not begun: ${answer.body}`);
  const { id } = answer.json();
  for (;;) {
    const job: PackJob = (await officer.get(`/api/packs/${id}`)).json();
    if (job.state === 'done') return job;
    if (job.state !== 'running') throw new Error(`The pack was not made: ${job.error?.message}`);
    await delay(50);
  }
}

/** One batch as ingest and reviews leave it, in one transaction. */
async function fill(server: TestServer, watched: WatchedCamera, begin: number, first: number): Promise<void> {
  const step = (DAYS * DAY_MS) / ALERTS;
  const observations = Array.from({ length: BATCH }, (_, n) =>
    lineCrossed(watched.origin, { capturedAt: instantOf(Math.floor(begin + (first + n) * step)) }),
  );
  await server.db.transaction().execute(async (tx) => {
    await insertObservations(tx, observations);
    const ids = await insertAlerts(
      tx,
      observations.map((observation) => ({
        observation,
        rule: watched.rule,
        raisedAt: observation.capturedAt,
      })),
    );
    const reviews = observations.flatMap((observation, n) =>
      n % 5 === 0 ? [] : [reviewOf(observation, ids, n)],
    );
    await sql`
      INSERT INTO review (id, alert_id, decision, reason, note, by_user, by_name, at)
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(reviews.map(({ row }) => row))}::jsonb)
        AS row (id uuid, alert_id uuid, decision text, reason text, note text, by_user text, by_name text, at timestamptz)`.execute(
      tx,
    );
    await sql`
      UPDATE alert SET state = review.decision FROM review
      WHERE review.alert_id = alert.id AND alert.state = 'new'`.execute(tx);
    await appendToLedger(tx, [
      ...observations.map((observation) => raised(observation, ids.get(observation.id)!, watched)),
      ...reviews.map(({ entry }) => entry),
    ]);
  });
}

function raised(observation: Observation, alertId: string, { rule }: WatchedCamera): LedgerEntry {
  return {
    kind: 'alert.raised',
    at: observation.capturedAt,
    actor: 'system:server',
    subject: `alert:${alertId}`,
    data: {
      observationId: observation.id,
      observationDigest: digestOfJson(observation),
      frameDigest: observation.frameDigest,
      modelDigest: observation.modelDigest,
      configurationDigest: observation.configurationDigest,
      permitId: observation.permitId,
      rule: { id: rule.id, version: rule.version },
      simulated: observation.simulated,
    },
  };
}

function reviewOf(observation: Observation, ids: ReadonlyMap<string, string>, n: number) {
  const alertId = ids.get(observation.id)!;
  const id = newIdentifier();
  const at = observation.capturedAt;
  const decided =
    n % 3 === 0
      ? { decision: 'rejected' as const, reason: 'wrong-object' as const }
      : { decision: 'confirmed' as const };
  const review = { ...decided, note: '', id, by: 'bench', byName: 'Bench', at };
  const entry: LedgerEntry = {
    kind: 'alert.reviewed',
    at,
    actor: 'user:bench',
    subject: `alert:${alertId}`,
    data: { reviewId: id, decision: decided.decision, reviewDigest: digestOfJson(review) },
  };
  const row = { id, alert_id: alertId, ...decided, note: '', by_user: 'bench', by_name: 'Bench', at };
  return { row, entry };
}

function seconds(milliseconds: number): number {
  return Number((milliseconds / 1000).toFixed(2));
}
