import { Identifier } from '@amaan/contracts/identifier';
import {
  CallFeedInput,
  CallReportBatch,
  NewCallFeed,
  RevokeCallFeed,
} from '@amaan/contracts/service/call-feed';
import {
  CallImport,
  CallImportInput,
  CallPreview,
  CallPreviewInput,
  LARGEST_CALL_FILE_BYTES,
} from '@amaan/contracts/service/call-import';
import { CallSource, CallsTaken } from '@amaan/contracts/service/emergency-call';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { Performance } from '../performance/create-performance.ts';
import { actorOf } from './actor.ts';

const tags = ['emergency-calls'];
const params = z.object({ id: Identifier });

/** Where emergency calls come from: files, and feeds of dispatch systems. */
export function callRoutes(app: App, { feeds, imports }: Pick<Performance, 'feeds' | 'imports'>): void {
  app.get(
    '/api/calls/sources',
    {
      config: { action: 'call-source.read' },
      schema: {
        tags,
        summary: 'Feeds and files that calls come from',
        response: { 200: z.array(CallSource) },
      },
    },
    (request) => feeds.list(actorOf(request)),
  );
  app.post(
    '/api/calls/feeds',
    {
      config: { action: 'call-source.change' },
      schema: {
        tags,
        summary: 'Open a feed; its token is told this once',
        body: CallFeedInput,
        response: { 201: NewCallFeed },
      },
    },
    async (request, reply) => reply.code(201).send(await feeds.create(request.body, actorOf(request))),
  );
  app.post(
    '/api/calls/feeds/:id/revoke',
    {
      config: { action: 'call-source.change' },
      schema: {
        tags,
        summary: 'Take nothing of a feed any more; what it told stays',
        params,
        body: RevokeCallFeed,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await feeds.revoke(request.params.id, request.body.reason, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/calls/feeds/:id/reports',
    {
      bodyLimit: 4 * 1024 * 1024,
      config: { action: 'public', rateLimit: { max: 1200, timeWindow: '1 minute' } },
      schema: {
        ...{ tags, security: [], params },
        summary: 'Reports of a feed, with its token as bearer: what is known of calls by now, in any order',
        body: CallReportBatch,
        response: { 200: CallsTaken },
      },
    },
    (request) => feeds.report(request.params.id, request.headers.authorization, request.body),
  );
  app.get(
    '/api/calls/imports',
    {
      config: { action: 'call-source.read' },
      schema: { tags, summary: 'Files that were read, newest first', response: { 200: z.array(CallImport) } },
    },
    () => imports.list(),
  );
  app.post(
    '/api/calls/imports/preview',
    {
      config: { action: 'call.import' },
      schema: {
        tags,
        summary: 'What a file would become; nothing of it is kept',
        body: CallPreviewInput,
        response: { 200: CallPreview },
      },
    },
    (request) => imports.preview(request.body, actorOf(request)),
  );
  app.post(
    '/api/calls/imports',
    {
      bodyLimit: 2 * LARGEST_CALL_FILE_BYTES,
      config: { action: 'call.import' },
      schema: {
        tags,
        summary: 'Keep the good lines of a file; the answer names the others with their reasons',
        body: CallImportInput,
        response: { 201: CallImport },
      },
    },
    async (request, reply) => reply.code(201).send(await imports.import(request.body, actorOf(request))),
  );
}
