import {
  FaceAuthorisation,
  FaceAuthorisationDecision,
  FaceAuthorisationInput,
  FaceAuthorisationQuery,
  FaceAuthorisationRevocation,
} from '@amaan/contracts/faces/face-authorisation';
import { FaceOversight } from '@amaan/contracts/faces/face-oversight';
import { LiveFaceAuthorisation } from '@amaan/contracts/faces/live-authorisation';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { Faces } from '../faces/create-faces.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const tags = ['faces'];
const params = z.object({ id: Identifier });

/** Who may search for faces, for which case, where and how long. */
export function faceAuthorisationRoutes(app: App, { authorisations, oversight }: Faces): void {
  app.get(
    '/api/face-authorisations',
    {
      config: { action: 'face-authorisation.read' },
      schema: {
        tags,
        summary: 'Authorisations of your cases, or of your sites for who approves them; newest first',
        querystring: FaceAuthorisationQuery,
        response: { 200: z.array(FaceAuthorisation) },
      },
    },
    (request) => authorisations.list(request.query, actorOf(request)),
  );
  app.get(
    '/api/face-authorisations/live',
    {
      config: { action: 'face-authorisation.read' },
      schema: {
        tags,
        summary: 'What opens searches now: on a camera, in pictures after the event (`none`), or at all',
        querystring: z.object({ camera: z.union([Identifier, z.literal('none')]).optional() }),
        response: { 200: z.array(LiveFaceAuthorisation) },
      },
    },
    (request) => {
      const { camera } = request.query;
      return authorisations.liveFor(camera === 'none' ? null : camera, actorOf(request));
    },
  );
  app.get(
    '/api/face-authorisations/:id',
    {
      config: { action: 'face-authorisation.read' },
      schema: { tags, summary: 'One authorisation', params, response: { 200: FaceAuthorisation } },
    },
    (request) => authorisations.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/face-authorisations',
    {
      config: { action: 'face-authorisation.request' },
      schema: {
        tags,
        summary: 'Ask for an authorisation; it waits for a second person of a higher role',
        body: FaceAuthorisationInput,
        response: { 201: FaceAuthorisation },
      },
    },
    async (request, reply) => reply.code(201).send(await authorisations.ask(request.body, actorOf(request))),
  );
  app.post(
    '/api/face-authorisations/urgent',
    {
      config: { action: 'face-authorisation.request-urgent' },
      schema: {
        tags,
        summary:
          'In force at once; unless a second person approves it within 24 hours it ends, and all that it produced is deleted',
        body: FaceAuthorisationInput,
        response: { 201: FaceAuthorisation },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await authorisations.ask(request.body, actorOf(request), { urgent: true })),
  );
  app.post(
    '/api/face-authorisations/:id/decision',
    {
      config: { action: 'face-authorisation.approve' },
      schema: {
        tags,
        summary: 'Approve or refuse what somebody else of a lower role asked for',
        params,
        body: FaceAuthorisationDecision,
        response: { 200: FaceAuthorisation },
      },
    },
    (request) => authorisations.decide(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/face-authorisations/:id/revocation',
    {
      config: { action: 'face-authorisation.revoke' },
      schema: {
        tags,
        summary: 'End an authorisation at once',
        params,
        body: FaceAuthorisationRevocation,
        response: { 200: FaceAuthorisation },
      },
    },
    (request) => authorisations.revoke(request.params.id, request.body, actorOf(request)),
  );
  app.get(
    '/api/face-oversight',
    {
      config: { action: 'face-oversight.read' },
      schema: {
        tags,
        summary: 'Authorisations and watchlists in numbers, without anybody who is on them',
        response: { 200: FaceOversight },
      },
    },
    () => oversight(),
  );
}
