import { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import {
  CHALLAN_TOKEN_HEADER,
  CitizenChallan,
  CitizenChallanAnswer,
  CitizenLookup,
} from '@amaan/contracts/violations/citizen';
import { ContestFile, ContestInput, LARGEST_CONTEST_FILE_BYTES } from '@amaan/contracts/violations/contest';
import { CaseEvidenceKey } from '@amaan/contracts/violations/violation-case';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Citizen } from '../citizen/create-citizen.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { largestBody } from '../http/largest-body.ts';
import { bytesOf, takeBytes } from '../http/take-bytes.ts';
import { fileTooLarge } from '../uploads/clean-picture.ts';
import { EVIDENCE_MEDIA_TYPES } from './send-evidence.ts';

const tags = ['citizen'];
const security: [] = [];
/** Name of the file that is sent, with `encodeURIComponent`: an address would stand in logs. */
const FILE_NAME_HEADER = 'x-file-name';

/** Per address. Behind one of a mobile network many people look. */
const LOOKUPS = { max: 30, timeWindow: '10 minutes' };
const EVIDENCE = { max: 120, timeWindow: '1 minute' };
const FILES = { max: 40, timeWindow: '1 hour' };
const CONTESTS = { max: 10, timeWindow: '1 hour' };

/** A challan for whoever knows its number and plate, without an account. Neither ever stands in an address. */
export function citizenRoutes(app: App, citizen: Citizen): void {
  const { lookup, tokens, view, opening } = citizen;
  app.post(
    '/api/public/challans/lookup',
    {
      config: { action: 'public', rateLimit: LOOKUPS },
      schema: {
        ...{ tags, security, summary: 'A challan by its plate and number, with a token for its evidence' },
        ...{ body: CitizenLookup, response: { 200: CitizenChallanAnswer } },
      },
    },
    async (request, reply) => {
      const challan = await lookup.find(request.body);
      const { token, until } = tokens.issue(challan.id);
      reply.header('cache-control', 'no-store');
      return { challan: await view.of(challan), token, tokenUntil: instantOf(until) };
    },
  );
  app.get(
    '/api/public/challans/evidence/:key',
    {
      config: { action: 'public', rateLimit: EVIDENCE },
      schema: {
        ...{ tags, security, summary: `Evidence of the challan of the token in ${CHALLAN_TOKEN_HEADER}` },
        params: z.object({ key: CaseEvidenceKey }),
        response: { 200: binaryResponse('The picture or clip', ...EVIDENCE_MEDIA_TYPES) },
      },
    },
    async (request, reply) => {
      const shown = await view.evidence(challanOf(request, citizen), request.params.key);
      return reply
        .type(shown.mediaType)
        .header('content-length', shown.bytes)
        .header('cache-control', 'no-store')
        .send(shown.content);
    },
  );
  app.post(
    '/api/public/challans/contest',
    {
      config: { action: 'public', rateLimit: CONTESTS },
      schema: {
        ...{ tags, security, summary: 'Contest the challan of the token: its fine is frozen at once' },
        ...{ body: ContestInput, response: { 201: CitizenChallan } },
      },
    },
    async (request, reply) => {
      const challanId = challanOf(request, citizen);
      await opening.open(challanId, request.body);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await view.get(challanId));
    },
  );
  fileRoutes(app, citizen);
}

function fileRoutes(app: App, citizen: Citizen): void {
  const { uploads } = citizen;
  app.get(
    '/api/public/challans/files',
    {
      config: { action: 'public', rateLimit: EVIDENCE },
      schema: {
        ...{ tags, security, summary: 'Files that were brought for a contest that has not been sent' },
        response: { 200: z.array(ContestFile) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return uploads.list(challanOf(request, citizen));
    },
  );
  app.delete(
    '/api/public/challans/files/:fileId',
    {
      config: { action: 'public', rateLimit: EVIDENCE },
      schema: {
        ...{ tags, security, summary: 'Take back a file that no contest has' },
        ...{ params: z.object({ fileId: Identifier }), response: { 204: z.null() } },
      },
    },
    async (request, reply) => {
      await uploads.remove(challanOf(request, citizen), request.params.fileId);
      return reply.code(204).send(null);
    },
  );
  // In a scope of its own: only here are bytes taken, and only here that many.
  app.register(async (scope: App) => {
    takeBytes(scope);
    scope.post(
      '/api/public/challans/files',
      {
        ...largestBody(LARGEST_CONTEST_FILE_BYTES, () => fileTooLarge(LARGEST_CONTEST_FILE_BYTES)),
        config: { action: 'public', rateLimit: FILES },
        // Before anything of the file is read.
        preParsing: async (request) => void challanOf(request, citizen),
        schema: {
          tags,
          security,
          summary: `Bring a file for a contest: JPEG, PNG or PDF, 8 MB at most; its name in ${FILE_NAME_HEADER}`,
          response: { 201: ContestFile },
        },
      },
      async (request, reply) => {
        const bytes = bytesOf(request);
        const file = await uploads.add(challanOf(request, citizen), fileNameOf(request), bytes);
        return reply.code(201).header('cache-control', 'no-store').send(file);
      },
    );
  });
}

/** @throws HttpError 403 `CHALLAN_TOKEN_INVALID` */
function challanOf({ headers }: FastifyRequest, { tokens }: Citizen): Identifier {
  return tokens.open(headers[CHALLAN_TOKEN_HEADER]);
}

function fileNameOf({ headers }: FastifyRequest): string {
  const name = headers[FILE_NAME_HEADER];
  if (typeof name !== 'string') return '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
