import { Identifier } from '@amaan/contracts/identifier';
import {
  CONTEST_MEDIA_TYPES,
  ContestDecisionInput,
  ContestPage,
  ContestQuery,
  ContestView,
} from '@amaan/contracts/violations/contest';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { attachment } from '../http/attachment.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { Redress } from '../violations/redress/create-redress.ts';
import { actorOf } from './actor.ts';

const tags = ['violations'];
const params = z.object({ id: Identifier });
/** Whatever a stranger's file holds, it runs nothing and loads nothing. */
const STRANGERS_FILE = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** What citizens say against challans, and what officers decide. */
export function contestRoutes(app: App, { queue, decisions }: Redress): void {
  const read = { action: 'contest.read' } as const;
  app.get(
    '/api/violations/contests',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'Contests: open ones by their deadline, ended ones newest first' },
        ...{ querystring: ContestQuery, response: { 200: ContestPage } },
      },
    },
    (request) => queue.page(request.query, actorOf(request)),
  );
  app.get(
    '/api/violations/contests/:id',
    {
      config: read,
      schema: { tags, summary: 'One contest', params, response: { 200: ContestView } },
    },
    (request) => queue.view(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/violations/contests/:id/files/:fileId',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'A file that a citizen brought: pictures are shown, PDFs are saved' },
        params: params.extend({ fileId: Identifier }),
        response: { 200: binaryResponse('The file', ...CONTEST_MEDIA_TYPES) },
      },
    },
    async (request, reply) => {
      const { id, fileId } = request.params;
      const { file, content } = await queue.file(id, fileId, actorOf(request));
      return sendStrangersFile(reply, file, content);
    },
  );
  app.post(
    '/api/violations/contests/:id/decision',
    {
      config: { action: 'contest.decide' },
      schema: {
        ...{ tags, summary: 'Decide a contest, as somebody who gave no answer to its case' },
        ...{ params, body: ContestDecisionInput, response: { 200: ContestView } },
      },
    },
    async (request) => {
      const by = actorOf(request);
      await decisions.decide(request.params.id, request.body, by);
      return queue.view(request.params.id, by);
    },
  );
}

/** Sends what a stranger brought so that no browser takes it for a page of this deployment. */
function sendStrangersFile(
  reply: FastifyReply,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
  content: Buffer,
): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-length', content.length)
    .header('content-security-policy', STRANGERS_FILE)
    .header('content-disposition', mediaType === 'image/jpeg' ? 'inline' : attachment(name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(content);
}
