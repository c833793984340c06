import { Readable } from 'node:stream';
import {
  CivicFigures,
  CivicFiguresQuery,
  CivicSettingsChange,
  CivicSettingsView,
} from '@amaan/contracts/civic/civic-settings';
import {
  CivicPicture,
  CivicStepInput,
  CivicTicketInput,
  CivicTicketPage,
  CivicTicketQuery,
  CivicTicketView,
} from '@amaan/contracts/civic/civic-ticket';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import { LARGEST_CIVIC_PICTURE_BYTES } from '../civic/civic-pictures.ts';
import type { Civic } from '../civic/create-civic.ts';
import type { App } from '../http/app.ts';
import { attachment } from '../http/attachment.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { largestBody } from '../http/largest-body.ts';
import { bytesOf, takeBytes } from '../http/take-bytes.ts';
import { fileTooLarge } from '../uploads/clean-picture.ts';
import { actorOf } from './actor.ts';

const tags = ['civic'];
const params = z.object({ id: Identifier });
const pictureParams = params.extend({ pictureId: Identifier });
const moment = z.enum(['before', 'after']);
const momentQuery = z.object({ moment });

/** Tickets about places: what is wrong there, who mends it until when, and pictures from before and after. */
export function civicRoutes(app: App, { tickets, pictures, sheets, settings, figures }: Civic): void {
  const read = { action: 'civic.read' } as const;
  const work = { action: 'civic.work' } as const;
  app.get(
    '/api/civic/tickets',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'Tickets about places, newest first' },
        ...{ querystring: CivicTicketQuery, response: { 200: CivicTicketPage } },
      },
    },
    (request) => tickets.page(request.query, actorOf(request)),
  );
  app.post(
    '/api/civic/tickets',
    {
      config: work,
      schema: {
        ...{ tags, summary: 'Report something about a place' },
        ...{ body: CivicTicketInput, response: { 201: CivicTicketView } },
      },
    },
    async (request, reply) => reply.code(201).send(await tickets.report(request.body, actorOf(request))),
  );
  app.get(
    '/api/civic/tickets/:id',
    { config: read, schema: { tags, summary: 'One ticket', params, response: { 200: CivicTicketView } } },
    (request) => tickets.view(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/civic/tickets/:id/sheet',
    {
      config: work,
      schema: {
        ...{ tags, summary: 'Print a ticket for its department, which is recorded', params },
        response: { 200: binaryResponse('PDF, A4', 'application/pdf') },
      },
    },
    async (request, reply) => {
      const { number, pdf } = await sheets.print(request.params.id, actorOf(request));
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', attachment(`${number}.pdf`))
        .send(Readable.from([Buffer.from(pdf)]));
    },
  );
  app.post(
    '/api/civic/tickets/:id/steps',
    {
      config: work,
      schema: {
        ...{ tags, summary: 'Confirm a ticket, send it, close it, and so on' },
        ...{ params, body: CivicStepInput, response: { 200: CivicTicketView } },
      },
    },
    (request) => tickets.step(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/civic/tickets/:id/camera-picture',
    {
      config: work,
      schema: {
        ...{ tags, summary: 'Keep the newest masked picture of the ticket’s camera' },
        ...{ params, body: momentQuery, response: { 201: CivicPicture } },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await pictures.fromCamera(request.params.id, request.body.moment, actorOf(request))),
  );
  app.get(
    '/api/civic/tickets/:id/pictures/:pictureId',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'A picture of a ticket, masked', params: pictureParams },
        response: { 200: binaryResponse('A JPEG picture', 'image/jpeg') },
      },
    },
    async (request, reply) => {
      const { id, pictureId } = request.params;
      const content = await pictures.open(id, pictureId, actorOf(request));
      return reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(content);
    },
  );
  app.delete(
    '/api/civic/tickets/:id/pictures/:pictureId',
    {
      config: work,
      schema: { tags, summary: 'Take out a picture', params: pictureParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await pictures.remove(request.params.id, request.params.pictureId, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/civic/settings',
    {
      config: read,
      schema: { tags, summary: 'Departments and rules', response: { 200: CivicSettingsView } },
    },
    () => settings.read(),
  );
  app.put(
    '/api/civic/settings',
    {
      config: { action: 'civic.settings' },
      schema: {
        ...{ tags, summary: 'Set departments, their times, and the rules that suggest tickets' },
        ...{ body: CivicSettingsChange, response: { 200: CivicSettingsView } },
      },
    },
    (request) => settings.change(request.body, actorOf(request)),
  );
  app.get(
    '/api/civic/figures',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'How departments kept their deadlines' },
        ...{ querystring: CivicFiguresQuery, response: { 200: CivicFigures } },
      },
    },
    (request) => figures.read(request.query, actorOf(request)),
  );
  // In a scope of its own: only here are bytes taken, and only here that many.
  app.register(async (scope: App) => {
    takeBytes(scope);
    scope.post(
      '/api/civic/tickets/:id/pictures',
      {
        ...largestBody(LARGEST_CIVIC_PICTURE_BYTES, () => fileTooLarge(LARGEST_CIVIC_PICTURE_BYTES)),
        config: work,
        schema: {
          ...{
            tags,
            summary: 'Bring a picture (JPEG or PNG, 8 MB at most); only its masked version is kept',
          },
          ...{ params, querystring: momentQuery, response: { 201: CivicPicture } },
        },
      },
      async (request, reply) => {
        const bytes = bytesOf(request);
        const { id } = request.params;
        const picture = await pictures.fromUpload(id, request.query.moment, bytes, actorOf(request));
        return reply.code(201).header('cache-control', 'no-store').send(picture);
      },
    );
  });
}
