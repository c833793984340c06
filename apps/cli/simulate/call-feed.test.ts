import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { CallReportBatch } from '@amaan/contracts/service/call-feed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendReports } from './call-feed.ts';

/** Sizes of the batches that came. */
const batches: number[] = [];
const server = createServer(async (request, response) => {
  const { reports } = CallReportBatch.parse(await json(request));
  response.setHeader('content-type', 'application/json');
  if (request.headers.authorization !== 'Bearer right') {
    response.statusCode = 401;
    const problem = { type: 'about:blank', title: 'Unauthorized', status: 401, detail: 'Another token.' };
    response.end(JSON.stringify({ ...problem, code: 'CALL_FEED_TOKEN_WRONG' }));
    return;
  }
  batches.push(reports.length);
  const counts = { added: reports.length, changed: 0, known: 0, contradictions: 0, refusedCount: 0 };
  response.end(JSON.stringify({ ...counts, refused: [], unread: [] }));
});
let feed: URL;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  feed = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`);
});
afterAll(() => {
  server.close();
});

test('many reports go in batches that a feed takes, none as a sign of life', async () => {
  const reports = Array.from({ length: 2100 }, (_, index) => ({ callId: `S-${index}` }));
  expect(await sendReports(feed, 'right', reports, Date.now())).toMatchObject({ added: 2100 });
  expect(await sendReports(feed, 'right', [], Date.now())).toMatchObject({ added: 0 });
  expect(batches).toEqual([1000, 1000, 100, 0]);
});

test('a refusal keeps its code, and nobody there is said plainly', async () => {
  await expect(sendReports(feed, 'wrong', [], Date.now())).rejects.toMatchObject({
    code: 'CALL_FEED_TOKEN_WRONG',
  });
  const nowhere = new URL('http://127.0.0.1:9/feed');
  await expect(sendReports(nowhere, 'right', [], Date.now())).rejects.toMatchObject({
    code: 'FEED_UNREACHABLE',
  });
});
