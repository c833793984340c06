import { Identifier } from '@amaan/contracts/identifier';
import {
  Hotlist,
  HotlistDecision,
  HotlistEntry,
  HotlistEntryInput,
  HotlistEntryQuery,
  HotlistImport,
  HotlistMatching,
  LARGEST_HOTLIST_BYTES,
  NewHotlist,
} from '@amaan/contracts/plates/hotlist';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { citizenDataSites } from '../access/decide.ts';
import type { App } from '../http/app.ts';
import type { Hotlists } from '../plates/create-hotlists.ts';
import type { HotlistPerson } from '../plates/hotlist-service.ts';
import { actorOf, authorOf } from './actor.ts';

const tags = ['hotlists'];
const params = z.object({ id: Identifier });
const ofEntry = z.object({ id: Identifier, entryId: Identifier });

export function hotlistRoutes(app: App, { service, imports, matcher }: Hotlists): void {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const sitesOf = (request: FastifyRequest) => citizenDataSites(actorOf(request));

  app.get(
    '/api/hotlists',
    {
      config: { action: 'hotlist.read' },
      schema: {
        tags,
        summary: 'The hotlists of your sites, open ones first',
        response: { 200: z.array(Hotlist) },
      },
    },
    (request) => service.list(sitesOf(request)),
  );
  app.get(
    '/api/hotlists/matching',
    {
      config: { action: 'system.read' },
      schema: {
        tags,
        summary: 'Whether reads are held against the hotlists, and if not, why',
        response: { 200: HotlistMatching },
      },
    },
    () => matcher.state(),
  );
  app.post(
    '/api/hotlists',
    {
      config: { action: 'hotlist.write' },
      schema: { tags, summary: 'Make a hotlist', body: NewHotlist, response: { 201: Hotlist } },
    },
    async (request, reply) => reply.code(201).send(await service.create(request.body, personOf(request))),
  );
  app.get(
    '/api/hotlists/:id',
    {
      config: { action: 'hotlist.read' },
      schema: { tags, summary: 'One hotlist', params, response: { 200: Hotlist } },
    },
    (request) => service.get(request.params.id, sitesOf(request)),
  );
  app.put(
    '/api/hotlists/:id',
    {
      config: { action: 'hotlist.write' },
      schema: {
        tags,
        summary: 'Make the next version of a hotlist; the ones before stay on record',
        params,
        body: NewHotlist,
        response: { 200: Hotlist },
      },
    },
    (request) => service.change(request.params.id, request.body, personOf(request)),
  );
  app.post(
    '/api/hotlists/:id/close',
    {
      config: { action: 'hotlist.write' },
      schema: {
        tags,
        summary: 'Close a hotlist for good: nothing on it matches any more',
        params,
        response: { 200: Hotlist },
      },
    },
    (request) => service.close(request.params.id, personOf(request)),
  );
  app.get(
    '/api/hotlists/:id/entries',
    {
      config: { action: 'hotlist.read' },
      schema: {
        tags,
        summary: 'The entries of a hotlist, newest first',
        params,
        querystring: HotlistEntryQuery,
        response: { 200: z.array(HotlistEntry) },
      },
    },
    (request) => service.entries(request.params.id, request.query, sitesOf(request)),
  );
  app.post(
    '/api/hotlists/:id/entries',
    {
      config: { action: 'hotlist.write' },
      schema: {
        tags,
        summary: 'Put a plate on a hotlist; on one of wanted vehicles it waits for a second person',
        params,
        body: HotlistEntryInput,
        response: { 201: HotlistEntry },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await service.add(request.params.id, request.body, personOf(request))),
  );
  app.post(
    '/api/hotlists/:id/import',
    {
      bodyLimit: LARGEST_HOTLIST_BYTES,
      config: { action: 'hotlist.write' },
      schema: {
        tags,
        summary: 'Keep the good lines of a file; the answer names the others with their reasons',
        consumes: ['text/csv'],
        params,
        body: z.string(),
        response: { 200: HotlistImport },
      },
    },
    (request) => imports.import(request.params.id, request.body, personOf(request)),
  );
  app.post(
    '/api/hotlists/:id/entries/:entryId/decision',
    {
      config: { action: 'hotlist.approve' },
      schema: {
        tags,
        summary: 'Approve or refuse an entry that waits; whoever added it cannot',
        params: ofEntry,
        body: HotlistDecision,
        response: { 200: HotlistEntry },
      },
    },
    (request) => {
      const { id, entryId } = request.params;
      return service.decide(id, entryId, request.body, personOf(request));
    },
  );
  app.delete(
    '/api/hotlists/:id/entries/:entryId',
    {
      config: { action: 'hotlist.write' },
      schema: {
        tags,
        summary: 'Take a plate off a hotlist; the entry stays on record',
        params: ofEntry,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await service.remove(request.params.id, request.params.entryId, personOf(request));
      return reply.code(204).send(null);
    },
  );
}

function personOf(request: FastifyRequest): HotlistPerson {
  return { ...authorOf(request), sites: citizenDataSites(actorOf(request)) };
}
