import { setImmediate } from 'node:timers/promises';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Principal } from '@amaan/server/access/decide';
import { SearchedLists } from '@amaan/server/faces/search/searched-lists';
import { type FakeFaceDesk, facePicture, fakeFaceDesk } from '@amaan/server/testing/fake-face-desk';
import { startTestServer, type TestServer } from '@amaan/server/testing/start-test-server';
import { startTestPostgres } from '@amaan/store/test-postgres';
import { DIMENSIONS } from '@amaan/vision/templates/block-layout';
import { pino } from 'pino';
import { SyntheticFaces } from '../face-search/synthetic-faces.ts';
import type { Benchmark, Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { type FilledList, fillWatchlist } from './fill-watchlist.ts';

/** Pictures on the list before; `AMAAN_BENCH_FACES` makes it another number. */
const LISTED = Number(process.env.AMAAN_BENCH_FACES ?? 10_000);
const ENROLMENTS = 200;
const AT_ONCE = 8;
const BY: Principal = {
  ...{ id: 'bench', name: 'Bench', username: 'bench', person: 'bench', role: 'supervisor' },
  ...{ sites: 'all', mustChangePassword: false, secondFactor: true, steppedUpAt: null },
} as Principal;

/**
 * Enrolment of ready templates of made-up people by the server's own service, each in a transaction of its own with its
 * ledger entry, on a real PostgreSQL: what comes before it, finding a face and making its template, is `amaan bench faces`.
 * The floor is the same into a list that is empty. Then the list is taken into memory for a search.
 */
export const benchFaceEnrolment: Benchmark = async function* () {
  await using postgres = await startTestPostgres();
  const faces = new SyntheticFaces(23);
  const desk = await fakeFaceDesk();
  const embed: FakeFaceDesk['embed'] = desk.embed;
  desk.embed = async (face) => ({ ...(await embed(face)), template: faces.face() });
  await using server = await startTestServer(postgres.db, { faceDesk: desk, demo: false });
  const picture = (await facePicture({ person: 1 })).toString('base64');
  const list = await fillWatchlist(server, LISTED, () => faces.face());
  const empty = await fillWatchlist(server, 0, () => faces.face());
  const floor = await enrolInTurn(server, empty, picture);
  const [first] = await newPeople(server, list);
  const began = performance.now();
  await enrol(server, list, first!, picture);
  yield figure(`first picture on a list of ${LISTED.toLocaleString('en')}`, performance.now() - began, 'ms');
  const inTurn = await enrolInTurn(server, list, picture);
  for (const [name, part] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [value, least] = [percentile(inTurn, part), percentile(floor, part)];
    yield { ...figure(`each next one, ${name}`, value, 'ms'), floor: least, ratio: value / least };
  }
  const people = await newPeople(server, list);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = people.pop(); next !== undefined; next = people.pop())
        await enrol(server, list, next, picture);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  yield figure(`enrolled, ${AT_ONCE} at once`, ENROLMENTS / seconds, 'pictures/s');
  yield figure('of it processor time of the server', (user + system) / 1000 / ENROLMENTS, 'CPU ms');
  yield* takeIntoMemory(server, list, empty);
};

/** People without a picture. */
async function newPeople({ services }: TestServer, list: FilledList): Promise<Identifier[]> {
  const person = { reference: 'Person', note: '', child: false, missing: false };
  const ids: Identifier[] = [];
  for (let number = 0; number < ENROLMENTS; number++)
    ids.push((await services.faces.entries.add(list.id, person, BY)).id);
  return ids;
}

async function enrol({ services }: TestServer, list: FilledList, entryId: Identifier, picture: string) {
  const details = { source: 'Police record', lawfulness: 'Named in the warrant.', takenOn: '2026-01-01' };
  await services.faces.enrolment.enrol({ watchlistId: list.id, entryId }, { ...details, picture }, BY);
}

async function enrolInTurn(server: TestServer, list: FilledList, picture: string): Promise<number[]> {
  const times: number[] = [];
  for (const entryId of await newPeople(server, list)) {
    const began = performance.now();
    await enrol(server, list, entryId, picture);
    times.push(performance.now() - began);
  }
  return times;
}

/** Takes a list into memory as the first search under an authorisation does. @param other starts the threads before */
async function* takeIntoMemory(
  server: TestServer,
  list: FilledList,
  other: FilledList,
): AsyncIterable<Figure> {
  await using lists = new SearchedLists({
    vault: server.services.faces.vault,
    logger: pino({ level: 'silent' }),
  });
  for (const one of [other, list]) await one.authorise();
  await lists.open(other.id);
  const before = await settledMemory();
  const began = performance.now();
  const open = await lists.open(list.id);
  yield figure('taken into memory to be searched', performance.now() - began, 'ms');
  const after = await settledMemory();
  const size = open.search.sizeOf(open.name);
  yield {
    ...figure('memory that a template takes then', (after.rss - before.rss) / size, 'bytes'),
    floor: DIMENSIONS,
    ratio: (after.rss - before.rss) / size / DIMENSIONS,
  };
  yield figure(
    'of it in arrays of the main thread',
    (after.arrayBuffers - before.arrayBuffers) / size,
    'bytes',
  );
}

/** Memory without what was let go of; run Node with `--expose-gc`, else it is in there. */
async function settledMemory(): Promise<NodeJS.MemoryUsage> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await setImmediate();
  }
  return process.memoryUsage();
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'face-enrolment', name, value, unit };
}
