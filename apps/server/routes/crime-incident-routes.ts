import type { Readable } from 'node:stream';
import { BoundaryInput, BoundarySet } from '@amaan/contracts/crime/boundary';
import {
  ImportBatch,
  ImportPreview,
  ImportQuery,
  ImportResult,
  LARGEST_IMPORT_BYTES,
  PreviewQuery,
  TakeBackInput,
} from '@amaan/contracts/crime/import-batch';
import { ImportKind } from '@amaan/contracts/crime/import-mapping';
import {
  IncidentCells,
  IncidentCellsQuery,
  IncidentPoints,
  IncidentPointsQuery,
  IncidentSummary,
  IncidentSummaryQuery,
  OffenceChange,
  OffenceEntry,
} from '@amaan/contracts/crime/incident';
import { Identifier } from '@amaan/contracts/identifier';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CrimeIncidents } from '../crime/incidents/create-crime-incidents.ts';
import type { ImportPerson } from '../crime/incidents/import-service.ts';
import { previewImport } from '../crime/incidents/preview-import.ts';
import type { App } from '../http/app.ts';
import { attachment } from '../http/attachment.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { HttpError } from '../http/http-errors.ts';
import { actorOf, authorOf } from './actor.ts';

const tags = ['crime incidents'];
const params = z.object({ id: Identifier });
/** Boundaries of a province in GeoJSON. */
const LARGEST_BOUNDARIES_BYTES = 32 * 1024 * 1024;

export function crimeIncidentRoutes(app: App, crime: CrimeIncidents): void {
  const { imports, maps, tables } = crime;
  app.get(
    '/api/crime/imports',
    {
      config: { action: 'crime-import.read' },
      schema: {
        tags,
        summary: 'Imported files of incidents and patrols, the latest first',
        querystring: z.object({ siteId: Identifier.optional(), kind: ImportKind.optional() }),
        response: { 200: z.array(ImportBatch) },
      },
    },
    (request) => imports.list(actorOf(request).sites, request.query),
  );
  app.get(
    '/api/crime/imports/:id',
    {
      config: { action: 'crime-import.write' },
      schema: {
        tags,
        summary: 'One import, with the first lines that were not kept',
        params,
        response: { 200: ImportResult },
      },
    },
    (request) => imports.get(request.params.id, actorOf(request).sites),
  );
  app.get(
    '/api/crime/imports/:id/rejected',
    {
      config: { action: 'crime-import.write' },
      schema: {
        tags,
        summary: 'All lines that were not kept, with their reasons, as CSV',
        params,
        response: { 200: binaryResponse('The lines', 'text/csv') },
      },
    },
    async (request, reply) => {
      const { name, csv } = await imports.rejectedLines(request.params.id, actorOf(request).sites);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(`${name} rejected.csv`))
        .header('cache-control', 'private, no-store')
        .send(csv);
    },
  );
  app.post(
    '/api/crime/imports/:id/take-back',
    {
      config: { action: 'crime-import.write' },
      schema: {
        tags,
        summary: 'Take an import back: its rows count no more; that it was there stays on record',
        params,
        body: TakeBackInput,
        response: { 200: ImportBatch },
      },
    },
    (request) => imports.takeBack(request.params.id, request.body.reason, personOf(request)),
  );
  app.get(
    '/api/crime/offences',
    {
      config: { action: 'crime-table.read' },
      schema: {
        tags,
        summary: 'What offences count as, by name',
        response: { 200: z.array(OffenceEntry) },
      },
    },
    () => tables.offences(),
  );
  app.put(
    '/api/crime/offences',
    {
      config: { action: 'crime-table.change' },
      schema: {
        tags,
        summary:
          'Say what an offence counts as: its kind, and whether it is officer-initiated or victim-sensitive',
        body: OffenceChange,
        response: { 200: OffenceEntry },
      },
    },
    (request) => tables.changeOffence(request.body, personOf(request)),
  );
  app.get(
    '/api/crime/boundaries',
    {
      config: { action: 'crime-table.read' },
      schema: {
        tags,
        summary: 'The areas of the police stations of a site',
        querystring: z.object({ siteId: Identifier }),
        response: { 200: BoundarySet },
      },
    },
    (request) => tables.boundaries(request.query.siteId, actorOf(request)),
  );
  app.put(
    '/api/crime/boundaries',
    {
      bodyLimit: LARGEST_BOUNDARIES_BYTES,
      config: { action: 'crime-table.change' },
      schema: {
        tags,
        summary: 'Replace the areas of the police stations of a site by those of a GeoJSON file',
        body: BoundaryInput,
        response: { 200: BoundarySet },
      },
    },
    (request) => tables.storeBoundaries(request.body.siteId, request.body.geojson, personOf(request)),
  );
  app.get(
    '/api/crime/incidents/summary',
    {
      config: { action: 'crime-incident.read' },
      schema: {
        tags,
        summary: 'How many incidents are stored, of which offences and months',
        querystring: IncidentSummaryQuery,
        response: { 200: IncidentSummary },
      },
    },
    (request) => maps.summary(request.query, actorOf(request)),
  );
  app.get(
    '/api/crime/incidents/cells',
    {
      config: { action: 'crime-incident.read' },
      schema: {
        tags,
        summary: 'Incidents counted by square cells',
        querystring: IncidentCellsQuery,
        response: { 200: IncidentCells },
      },
    },
    (request) => maps.cells(request.query, actorOf(request)),
  );
  app.get(
    '/api/crime/incidents/points',
    {
      config: { action: 'crime-incident.points' },
      schema: {
        tags,
        summary:
          'Single incidents, moved within squares of 100 metres; those of victim-sensitive offences left out',
        querystring: IncidentPointsQuery,
        response: { 200: IncidentPoints },
      },
    },
    (request) => maps.maskedPoints(request.query, actorOf(request)),
  );
  app.get(
    '/api/crime/incidents/exact',
    {
      config: { action: 'crime-incident.exact' },
      schema: {
        tags,
        summary: 'Single incidents where they happened, for a stated purpose; each look is on record',
        querystring: IncidentPointsQuery,
        response: { 200: IncidentPoints },
      },
    },
    (request) => maps.exactPoints(request.query, actorOf(request)),
  );
  uploadRoutes(app, crime);
}

/** In a scope of its own: only here are bytes read as they come, so that no file is held in memory. */
function uploadRoutes(app: App, crime: CrimeIncidents): void {
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.post(
      '/api/crime/imports/preview',
      {
        config: { action: 'crime-import.write' },
        schema: {
          tags,
          summary:
            'How a file would be read, by the mapping or a proposal; of CSV and GeoJSON its first megabyte is enough. Nothing is stored',
          querystring: PreviewQuery,
          response: { 200: ImportPreview },
        },
      },
      (request) => withBytes(request, (bytes) => previewImport(crime, request.query, bytes)),
    );
    scope.post(
      '/api/crime/imports',
      {
        config: { action: 'crime-import.write' },
        schema: {
          tags,
          summary:
            'Import a file (CSV, GeoJSON, Parquet, also as .gz): its good rows are stored, the others named',
          querystring: ImportQuery,
          response: { 201: ImportResult },
        },
      },
      async (request, reply) => {
        const { siteId, name, mapping } = request.query;
        const file = { siteId, name, mapping, simulated: false };
        const result = await withBytes(request, (bytes) =>
          crime.imports.import(file, bytes, personOf(request)),
        );
        return reply.code(201).send(result);
      },
    );
  });
}

/**
 * Gives a request's bytes to a reader. What it leaves is taken and dropped, so that the sender hears the answer and not a
 * broken connection.
 */
async function withBytes<Result>(
  request: FastifyRequest,
  read: (bytes: AsyncIterable<Uint8Array>) => Promise<Result>,
): Promise<Result> {
  const body = request.body as Readable | undefined | null;
  if (body === undefined || body === null)
    throw new HttpError(422, 'IMPORT_EMPTY', 'The file is empty; nothing was imported.');
  try {
    return await read(counted(body.iterator({ destroyOnReturn: false })));
  } finally {
    body.resume();
  }
}

/** @throws HttpError 413 `IMPORT_TOO_LARGE` */
async function* counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > LARGEST_IMPORT_BYTES)
      throw new HttpError(
        413,
        'IMPORT_TOO_LARGE',
        'The file is larger than 2 GB; nothing was stored. Split it.',
      );
    yield chunk;
  }
}

function personOf(request: FastifyRequest): ImportPerson {
  const { actor, name } = authorOf(request);
  return { actor, name, sites: actorOf(request).sites };
}
