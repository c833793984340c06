import {
  CaseCandidate,
  CaseFile,
  CaseFileChange,
  CaseFileDetail,
  CaseFileInput,
} from '@amaan/contracts/case-file';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { CaseService } from '../cases/case-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const tags = ['cases'];

export function caseRoutes(app: App, cases: CaseService): void {
  app.get(
    '/api/cases',
    {
      config: { action: 'case.read' },
      schema: { tags, summary: 'The cases that one is a member of', response: { 200: z.array(CaseFile) } },
    },
    (request) => cases.list(actorOf(request)),
  );
  app.post(
    '/api/cases',
    {
      config: { action: 'case.create' },
      schema: { tags, summary: 'Open a case', body: CaseFileInput, response: { 201: CaseFile } },
    },
    async (request, reply) => reply.code(201).send(await cases.create(request.body, actorOf(request))),
  );
  app.get(
    '/api/cases/:id',
    {
      config: { action: 'case.read' },
      schema: {
        tags,
        summary: 'One case with its attached alerts',
        params,
        response: { 200: CaseFileDetail },
      },
    },
    (request) => cases.get(request.params.id, actorOf(request)),
  );
  app.patch(
    '/api/cases/:id',
    {
      config: { action: 'case.change' },
      schema: {
        tags,
        summary: 'Rename, close or reopen a case',
        params,
        body: CaseFileChange,
        response: { 200: CaseFile },
      },
    },
    (request) => cases.change(request.params.id, request.body, actorOf(request)),
  );
  app.get(
    '/api/cases/candidates',
    {
      config: { action: 'case.read' },
      schema: {
        tags,
        summary: 'Who may be made a member of a case of a site',
        querystring: z.object({ siteId: Identifier }),
        response: { 200: z.array(CaseCandidate) },
      },
    },
    (request) => cases.candidates(request.query.siteId, actorOf(request)),
  );
  app.post(
    '/api/cases/:id/members',
    {
      config: { action: 'case.change' },
      schema: {
        tags,
        summary: 'Make somebody a member of a case',
        params,
        body: z.object({ userId: z.string().max(60) }),
        response: { 200: CaseFile },
      },
    },
    (request) => cases.addMember(request.params.id, request.body.userId, actorOf(request)),
  );
  app.delete(
    '/api/cases/:id/members/:userId',
    {
      config: { action: 'case.change' },
      schema: {
        tags,
        summary: 'Take somebody off a case',
        params: z.object({ id: Identifier, userId: z.string().max(60) }),
        response: { 200: CaseFile },
      },
    },
    (request) => cases.removeMember(request.params.id, request.params.userId, actorOf(request)),
  );
  app.post(
    '/api/cases/:id/alerts',
    {
      config: { action: 'case.change' },
      schema: {
        tags,
        summary: 'Attach an alert to a case',
        params,
        body: z.object({ alertId: Identifier }),
        response: { 200: CaseFile },
      },
    },
    (request) => cases.attach(request.params.id, request.body.alertId, actorOf(request)),
  );
}
