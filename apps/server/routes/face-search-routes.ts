import {
  PictureFaces,
  PictureLook,
  PictureSearch,
  PictureSearchInput,
  PictureSearchQuery,
} from '@amaan/contracts/faces/searches/picture-search';
import { Identifier } from '@amaan/contracts/identifier';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FaceSearches } from '../faces/searches/create-face-searches.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';
import { PICTURE_BODY } from './picture-body.ts';

const tags = ['faces'];
/** Beside what a person and an authorisation may: of pictures that are refused before they count. */
const rateLimit = { max: 60, timeWindow: '1 minute' };

/** Searches with pictures after the event. */
export function faceSearchRoutes(app: App, { searches, records, denied }: FaceSearches): void {
  const ofPicture = {
    ...PICTURE_BODY,
    async errorHandler(error: Error, request: FastifyRequest) {
      // Refused before anything of it was read: by the policies. Other refusals the service records.
      if (request.body === undefined) await denied.record(error, request.principal);
      PICTURE_BODY.errorHandler(error);
    },
  };
  const search = { action: 'face.search', rateLimit } as const;
  app.post(
    '/api/face-searches/faces',
    {
      ...ofPicture,
      config: search,
      schema: {
        ...{ tags, summary: 'The faces of a picture, to choose one; no template is made of any' },
        ...{ body: PictureLook, response: { 200: PictureFaces } },
      },
    },
    (request) => searches.look(request.body, actorOf(request)),
  );
  app.post(
    '/api/face-searches',
    {
      ...ofPicture,
      config: search,
      schema: {
        tags,
        summary:
          'Search with one face of a picture under an authorisation after the event; where it shows several and none is chosen, they are the answer',
        body: PictureSearchInput,
        response: { 200: PictureFaces, 201: PictureSearch },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const done = await searches.search(request.body, actor);
      return typeof done === 'string'
        ? reply.code(201).send(await records.get(done, actor))
        : reply.code(200).send(done);
    },
  );
  app.get(
    '/api/face-searches',
    {
      config: { action: 'face-search.read' },
      schema: {
        tags,
        summary: 'Searches with pictures of the case that you read for, or of your sites; newest first',
        querystring: PictureSearchQuery,
        response: { 200: z.array(PictureSearch) },
      },
    },
    (request) => records.page(request.query, actorOf(request)),
  );
  app.get(
    '/api/face-searches/:id',
    {
      config: { action: 'face-search.read' },
      schema: {
        tags,
        summary: 'One search with a picture; its result list is compared with what the ledger sealed',
        params: z.object({ id: Identifier }),
        response: { 200: PictureSearch },
      },
    },
    (request) => records.get(request.params.id, actorOf(request)),
  );
}
