import { Readable } from 'node:stream';
import { PublishedEntity, PublishedQuery } from '@amaan/contracts/traffic/api-published';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { Traffic } from '../traffic/create-traffic.ts';
import { actorOf } from './actor.ts';

const tags = ['traffic'];
const config = { action: 'traffic.publish' } as const;
const XML = 'application/xml; charset=utf-8';
const CSV = 'text/csv; charset=utf-8';

/** Figures of lanes in the formats that other systems read. */
export function trafficPublishingRoutes(app: App, { publishing }: Traffic): void {
  app.get(
    '/api/traffic/published/fiware',
    {
      config,
      schema: {
        ...{ tags, summary: 'Figures of lanes as NGSI-LD entities TrafficFlowObserved (FIWARE)' },
        ...{ querystring: PublishedQuery, response: { 200: z.array(PublishedEntity) } },
      },
    },
    async (request, reply) =>
      reply.type('application/ld+json').send(await publishing.fiware(request.query, actorOf(request))),
  );
  app.get(
    '/api/traffic/published/datex/sites',
    {
      config,
      schema: {
        ...{ tags, summary: 'Lanes as a DATEX II v3 measurement site table', querystring: PublishedQuery },
        response: { 200: binaryResponse('MeasurementSiteTablePublication', 'application/xml') },
      },
    },
    async (request, reply) =>
      sendText(reply, XML, await publishing.datexSites(request.query, actorOf(request))),
  );
  app.get(
    '/api/traffic/published/datex/data',
    {
      config,
      schema: {
        ...{ tags, summary: 'Figures of lanes as DATEX II v3 measured data', querystring: PublishedQuery },
        response: { 200: binaryResponse('MeasuredDataPublication', 'application/xml') },
      },
    },
    async (request, reply) =>
      sendText(reply, XML, await publishing.datexData(request.query, actorOf(request))),
  );
  app.get(
    '/api/traffic/published/csv',
    {
      config,
      schema: {
        ...{ tags, summary: 'Figures of lanes as CSV', querystring: PublishedQuery },
        response: { 200: binaryResponse('A row for each lane and interval', 'text/csv') },
      },
    },
    async (request, reply) => sendText(reply, CSV, await publishing.csv(request.query, actorOf(request))),
  );
}

/** Sends a text as it is: schemas of answers are for JSON. */
function sendText(reply: FastifyReply, mediaType: string, text: string) {
  return reply.type(mediaType).send(Readable.from([Buffer.from(text)]));
}
