import { Readable } from 'node:stream';
import {
  EnrolledPicture,
  NewWatchlistPicture,
  WatchlistEntry,
  WatchlistEntryDecision,
  WatchlistEntryInput,
  WatchlistEntryQuery,
  WatchlistPicture,
} from '@amaan/contracts/faces/watchlist-entry';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { Faces } from '../faces/create-faces.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { actorOf } from './actor.ts';
import { PICTURE_BODY } from './picture-body.ts';

const tags = ['watchlists'];
const params = z.object({ id: Identifier });
const ofEntry = z.object({ id: Identifier, entryId: Identifier });
const ofPicture = z.object({ id: Identifier, entryId: Identifier, pictureId: Identifier });

/** Who is on a watchlist, and their pictures. */
export function watchlistEntryRoutes(app: App, { entries, enrolment }: Faces): void {
  app.get(
    '/api/watchlists/:id/entries',
    {
      config: { action: 'watchlist.read' },
      schema: {
        tags,
        summary: 'The people on a watchlist, newest first',
        params,
        querystring: WatchlistEntryQuery,
        response: { 200: z.array(WatchlistEntry) },
      },
    },
    (request) => entries.list(request.params.id, request.query, actorOf(request)),
  );
  app.post(
    '/api/watchlists/:id/entries',
    {
      config: { action: 'watchlist.write' },
      schema: {
        tags,
        summary: 'Put a person on a watchlist; a child waits for a second person',
        params,
        body: WatchlistEntryInput,
        response: { 201: WatchlistEntry },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await entries.add(request.params.id, request.body, actorOf(request))),
  );
  app.post(
    '/api/watchlists/:id/entries/:entryId/decision',
    {
      config: { action: 'watchlist.approve' },
      schema: {
        tags,
        summary: 'Approve or refuse a child that somebody else put on the list',
        params: ofEntry,
        body: WatchlistEntryDecision,
        response: { 200: WatchlistEntry },
      },
    },
    (request) => {
      const { id, entryId } = request.params;
      return entries.decide(id, entryId, request.body, actorOf(request));
    },
  );
  app.delete(
    '/api/watchlists/:id/entries/:entryId',
    {
      config: { action: 'watchlist.write' },
      schema: {
        tags,
        summary: 'Take a person off a watchlist, with all pictures and templates',
        params: ofEntry,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await entries.remove(request.params.id, request.params.entryId, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  pictureRoutes(app, enrolment);
}

function pictureRoutes(app: App, enrolment: Faces['enrolment']): void {
  app.get(
    '/api/watchlists/:id/entries/:entryId/pictures',
    {
      config: { action: 'watchlist.read' },
      schema: {
        tags,
        summary: 'The enrolled pictures of a person, newest first',
        params: ofEntry,
        response: { 200: z.array(WatchlistPicture) },
      },
    },
    (request) => {
      const { id: watchlistId, entryId } = request.params;
      return enrolment.list({ watchlistId, entryId }, actorOf(request));
    },
  );
  app.post(
    '/api/watchlists/:id/entries/:entryId/pictures',
    {
      ...PICTURE_BODY,
      config: { action: 'watchlist.write' },
      schema: {
        tags,
        summary: 'Enrol a picture of one face that is good enough; what it shows about the list is reported',
        params: ofEntry,
        body: NewWatchlistPicture,
        response: { 201: EnrolledPicture },
      },
    },
    async (request, reply) => {
      const { id: watchlistId, entryId } = request.params;
      const enrolled = await enrolment.enrol({ watchlistId, entryId }, request.body, actorOf(request));
      return reply.code(201).send(enrolled);
    },
  );
  app.get(
    '/api/watchlists/:id/entries/:entryId/pictures/:pictureId/file',
    {
      config: { action: 'watchlist.read' },
      schema: {
        tags,
        summary: 'The enrolled picture; each reading goes to the ledger',
        params: ofPicture,
        response: { 200: binaryResponse('The picture', 'image/jpeg') },
      },
    },
    async (request, reply) => {
      const { id: watchlistId, entryId, pictureId } = request.params;
      const jpeg = await enrolment.open({ watchlistId, entryId, id: pictureId }, actorOf(request));
      return reply
        .type('image/jpeg')
        .header('content-length', jpeg.length)
        .header('content-disposition', 'inline')
        .header('cache-control', 'no-store')
        .send(Readable.from([jpeg]));
    },
  );
  app.delete(
    '/api/watchlists/:id/entries/:entryId/pictures/:pictureId',
    {
      config: { action: 'watchlist.write' },
      schema: {
        tags,
        summary: 'Take a picture off a person, with its template',
        params: ofPicture,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id: watchlistId, entryId, pictureId } = request.params;
      await enrolment.remove({ watchlistId, entryId, id: pictureId }, actorOf(request));
      return reply.code(204).send(null);
    },
  );
}
