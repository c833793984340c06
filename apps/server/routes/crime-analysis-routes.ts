import { Readable } from 'node:stream';
import {
  Analysis,
  AnalysisDetails,
  AnalysisExportQuery,
  AnalysisListQuery,
  CrimeStanding,
} from '@amaan/contracts/crime/analysis';
import { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { Crime } from '../crime/create-crime.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { actorOf } from './actor.ts';

const tags = ['crime'];
const params = z.object({ id: Identifier });

/** Questions about reported incidents, their answers, and these as files. All of them are about places and times. */
export function crimeAnalysisRoutes(app: App, { analyses, exports }: Crime): void {
  app.get(
    '/api/crime/standing',
    {
      config: { action: 'crime-density.read' },
      schema: { tags, summary: 'Whether crime analytics may run', response: { 200: CrimeStanding } },
    },
    () => analyses.standing(),
  );
  app.get(
    '/api/crime/density',
    {
      config: { action: 'crime-density.read' },
      schema: {
        tags,
        summary: 'The newest density map of a site; null where none was made',
        querystring: z.object({ siteId: Identifier }),
        response: { 200: z.object({ density: AnalysisDetails.nullable() }) },
      },
    },
    async (request) => ({ density: await analyses.newestDensity(request.query.siteId, actorOf(request)) }),
  );
  app.get(
    '/api/crime/analyses',
    {
      config: { action: 'crime-analysis.read' },
      schema: {
        tags,
        summary: 'Analyses of your sites, the newest first, without their results',
        querystring: AnalysisListQuery,
        response: { 200: z.array(Analysis) },
      },
    },
    (request) => analyses.list(request.query, actorOf(request)),
  );
  app.post(
    '/api/crime/analyses',
    {
      config: { action: 'crime-analysis.run' },
      schema: {
        tags,
        summary: 'Ask a question: 200 with its answer where that takes less than a second, else 202',
        body: AnalysisQuestion,
        response: { 200: AnalysisDetails, 202: AnalysisDetails },
      },
    },
    async (request, reply) => {
      const asked = await analyses.ask(request.body, actorOf(request));
      return reply.code(asked.endedAt === null ? 202 : 200).send(asked);
    },
  );
  app.get(
    '/api/crime/analyses/:id',
    {
      config: { action: 'crime-analysis.read' },
      schema: {
        tags,
        summary: 'An analysis with its notes and, once it is done, its result',
        params,
        response: { 200: AnalysisDetails },
      },
    },
    (request) => analyses.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/crime/analyses/:id/cancel',
    {
      config: { action: 'crime-analysis.run' },
      schema: { tags, summary: 'Cancel an analysis', params, response: { 200: AnalysisDetails } },
    },
    (request) => analyses.cancel(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/crime/analyses/:id/export',
    {
      config: { action: 'crime-analysis.export' },
      schema: {
        tags,
        summary: 'What an analysis found as GeoJSON or CSV, with its data and method notes',
        params,
        querystring: AnalysisExportQuery,
        response: { 200: binaryResponse('GeoJSON (RFC 7946) or CSV', 'application/octet-stream') },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { name, type, text } = await exports.of(id, request.query.format, actorOf(request));
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from([Buffer.from(text)]));
    },
  );
}
