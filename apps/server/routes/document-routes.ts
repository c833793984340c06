import {
  DOCUMENT_MEDIA_TYPES,
  DocumentRevision,
  DocumentView,
  LARGEST_DOCUMENT_BYTES,
  NewDocument,
} from '@amaan/contracts/governance/document';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { DocumentService } from '../documents/document-service.ts';
import type { App } from '../http/app.ts';
import { attachment } from '../http/attachment.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { HttpError } from '../http/http-errors.ts';
import { largestBody } from '../http/largest-body.ts';
import { bytesOf, takeBytes } from '../http/take-bytes.ts';
import { authorOf } from './actor.ts';

const tags = ['documents'];
const params = z.object({ id: Identifier });
const version = z.coerce.number().int().positive();
const Statement = z.string().trim().min(3).max(2000);
/** 200,000 characters, each of which may take some bytes. */
const LARGEST_TEXT_BYTES = 1024 * 1024;

export function documentRoutes(app: App, documents: DocumentService): void {
  app.get(
    '/api/documents',
    {
      config: { action: 'record.read' },
      schema: { tags, summary: 'Documents, newest first', response: { 200: z.array(DocumentView) } },
    },
    () => documents.list(),
  );
  app.get(
    '/api/documents/:id',
    {
      config: { action: 'record.read' },
      schema: { tags, summary: 'One document', params, response: { 200: DocumentView } },
    },
    (request) => documents.get(request.params.id),
  );
  app.post(
    '/api/documents',
    {
      bodyLimit: LARGEST_TEXT_BYTES,
      config: { action: 'document.write' },
      schema: { tags, summary: 'Write a document', body: NewDocument, response: { 200: DocumentView } },
    },
    (request) => documents.open(request.body, authorOf(request)),
  );
  app.put(
    '/api/documents/:id',
    {
      bodyLimit: LARGEST_TEXT_BYTES,
      config: { action: 'document.write' },
      schema: {
        tags,
        summary: 'Save a new version; it is a draft until somebody else approves it',
        params,
        body: DocumentRevision,
        response: { 200: DocumentView },
      },
    },
    (request) => documents.revise(request.params.id, request.body, authorOf(request)),
  );
  app.post(
    '/api/documents/:id/approve',
    {
      config: { action: 'document.sign' },
      schema: {
        tags,
        summary: 'Approve what somebody else wrote',
        params,
        body: z.object({ seen: z.int().positive(), statement: Statement }),
        response: { 200: DocumentView },
      },
    },
    (request) =>
      documents.approve(request.params.id, request.body.seen, request.body.statement, authorOf(request)),
  );
  app.post(
    '/api/documents/:id/withdraw',
    {
      config: { action: 'document.sign' },
      schema: {
        tags,
        summary: 'Take a document out of use',
        params,
        body: z.object({ statement: Statement }),
        response: { 200: DocumentView },
      },
    },
    (request) => documents.withdraw(request.params.id, request.body.statement, authorOf(request)),
  );
  app.get(
    '/api/documents/:id/file',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'The file of a version, to be saved and not shown',
        params,
        querystring: z.object({ version: version.optional() }),
        response: { 200: binaryResponse('The file', ...Object.keys(DOCUMENT_MEDIA_TYPES)) },
      },
    },
    async (request, reply) => {
      const { file, content } = await documents.file(request.params.id, request.query.version);
      return reply
        .type(file.mediaType)
        .header('content-length', file.bytes)
        .header('content-disposition', attachment(file.name))
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(content);
    },
  );
  uploadRoute(app, documents);
}

/** In a scope of its own: only here are bytes taken, and only here that many. */
function uploadRoute(app: App, documents: DocumentService): void {
  app.register(async (scope: App) => {
    takeBytes(scope);
    scope.put(
      '/api/documents/:id/file',
      {
        ...largestBody(
          LARGEST_DOCUMENT_BYTES,
          () =>
            new HttpError(
              413,
              'FILE_TOO_LARGE',
              'The file is larger than 10 MB; nothing was stored. Make it smaller or split it.',
            ),
        ),
        config: { action: 'document.write' },
        schema: {
          tags,
          summary: 'Put a file into a new version: PDF, ODT, DOCX, PNG, CSV or plain text, 10 MB at most',
          params,
          querystring: z.object({ name: z.string().trim().min(1).max(200), seen: version }),
          response: { 200: DocumentView },
        },
      },
      (request) => {
        const bytes = bytesOf(request);
        const { name, seen } = request.query;
        return documents.upload(request.params.id, seen, name, bytes, authorOf(request));
      },
    );
  });
}
