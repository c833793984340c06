import {
  FaceMatch,
  FaceMatchAnswerInput,
  FaceMatchPicture,
  FaceMatchQuery,
  FaceMatchRetention,
} from '@amaan/contracts/faces/matches/face-match';
import {
  FaceAuditSet,
  FaceAuditSetInput,
  FaceReport,
  FaceReportQuery,
} from '@amaan/contracts/faces/matches/face-report';
import { Identifier } from '@amaan/contracts/identifier';
import { EvidenceViewQuery } from '@amaan/contracts/redaction/masked-evidence';
import { z } from 'zod';
import type { FaceMatches } from '../faces/matches/create-face-matches.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const tags = ['faces'];

/** Possible matches of faces: two people answer, a supervisor decides disputes; and how often they are wrong. */
export function faceMatchRoutes(app: App, faces: FaceMatches): void {
  matchRoutes(app, faces);
  reportRoutes(app, faces);
}

function matchRoutes(app: App, { matches, pictures, removal }: FaceMatches): void {
  const read = { action: 'face-match.read' } as const;
  app.get(
    '/api/face-matches',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'Possible matches of faces, newest first' },
        ...{ querystring: FaceMatchQuery, response: { 200: z.array(FaceMatch) } },
      },
    },
    (request) => matches.page(request.query, actorOf(request)),
  );
  app.get(
    '/api/face-matches/:id',
    {
      config: read,
      schema: { tags, summary: 'One possible match', params, response: { 200: FaceMatch } },
    },
    (request) => matches.open(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/face-matches/:id/pictures/:picture',
    {
      config: read,
      schema: {
        ...{
          tags,
          summary: 'A picture of a match: the face, what is around it (masked), the enrolled, the next-best',
        },
        params: params.extend({ picture: FaceMatchPicture }),
        querystring: EvidenceViewQuery.pick({ view: true }),
        response: { 200: binaryResponse('The picture', 'image/jpeg', 'image/png', 'image/webp') },
      },
    },
    async (request, reply) => {
      const { id, picture } = request.params;
      const { content, mediaType } = await pictures.open(id, picture, actorOf(request), request.query.view);
      return reply
        .type(mediaType)
        .header('cache-control', 'no-store')
        .header('content-disposition', 'inline')
        .send(content);
    },
  );
  app.post(
    '/api/face-matches/:id/answers',
    {
      config: { action: 'face-match.review' },
      schema: {
        ...{ tags, summary: 'Answer as one of the two reviewers, who do not see each other’s answer' },
        ...{ params, body: FaceMatchAnswerInput, response: { 200: FaceMatch } },
      },
    },
    (request) => matches.review(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/face-matches/:id/ruling',
    {
      config: { action: 'face-match.rule' },
      schema: {
        ...{ tags, summary: 'Decide on a match about which the two reviewers did not agree' },
        ...{ params, body: FaceMatchAnswerInput, response: { 200: FaceMatch } },
      },
    },
    (request) => matches.rule(request.params.id, request.body, actorOf(request)),
  );
  app.get(
    '/api/face-matches/retention',
    {
      config: { action: 'face-report.read' },
      schema: {
        ...{ tags, summary: 'When rejected matches are deleted, and what was deleted last' },
        response: { 200: FaceMatchRetention },
      },
    },
    () => removal.view(),
  );
}

function reportRoutes(app: App, { reports }: FaceMatches): void {
  app.get(
    '/api/face-reports',
    {
      config: { action: 'face-report.read' },
      schema: {
        ...{
          tags,
          summary: 'How often facial recognition is wrong, by place, list, light, and by audited group',
        },
        ...{ querystring: FaceReportQuery, response: { 200: FaceReport } },
      },
    },
    (request) => reports.read(request.query, actorOf(request).sites),
  );
  app.post(
    '/api/face-reports/audits',
    {
      config: { action: 'face-audit.write' },
      schema: {
        ...{ tags, summary: 'Keep an audit set: what a lawful test found, in numbers by group' },
        ...{ body: FaceAuditSetInput, response: { 201: FaceAuditSet } },
      },
    },
    async (request, reply) => reply.code(201).send(await reports.recordAudit(request.body, actorOf(request))),
  );
}
