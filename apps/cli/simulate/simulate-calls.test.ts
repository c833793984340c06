import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { CallReportBatch } from '@amaan/contracts/service/call-feed';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { simulateCalls } from './simulate-calls.ts';

/** What the server answers to each batch, in their order; then it takes everything. */
let answers: number[] = [];
const taken: number[] = [];
const server = createServer(async (request, response) => {
  const { reports } = CallReportBatch.parse(await json(request));
  const status = answers.shift() ?? 200;
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  if (status !== 200) {
    const problem = { type: 'about:blank', title: 'No', status, detail: 'Not now.', code: 'NOT_NOW' };
    response.end(JSON.stringify(problem));
    return;
  }
  taken.push(reports.length);
  const counts = { added: reports.length, changed: 0, known: 0, contradictions: 0, refusedCount: 0 };
  response.end(JSON.stringify({ ...counts, refused: [], unread: [] }));
});
const said: string[] = [];
let feed: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  feed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  vi.stubEnv('AMAAN_CALL_FEED_TOKEN', 'right');
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  answers = [];
  taken.length = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.close();
});

const simulate = () => simulateCalls({ feed, rate: 60, hours: 1, seconds: 0.5, seed: 1 }, 1);

test('a server that goes away and comes back is waited for, and told what it missed', async () => {
  answers = [200, 503, 502];
  await simulate();
  expect(taken[0]).toBeGreaterThan(50);
  // The two that were refused were said, and then sent again.
  expect(taken.length).toBeGreaterThan(1);
  expect(said.filter((line) => line.includes('sent again'))).toHaveLength(2);
});

test('a server that was never there, and a token that is wrong later, end it', async () => {
  answers = [503];
  await expect(simulate()).rejects.toMatchObject({ code: 'FEED_BUSY' });
  answers = [200, 401];
  await expect(simulate()).rejects.toMatchObject({ code: 'NOT_NOW' });
});
