import { Identifier } from '@amaan/contracts/identifier';
import {
  ChallanPage,
  ChallanQuery,
  ChallanSearchQuery,
} from '@amaan/contracts/violations/api-violation-cases';
import { ChallanView } from '@amaan/contracts/violations/challan';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { Violations } from '../violations/create-violations.ts';
import { actorOf } from './actor.ts';

const tags = ['violations'];

export function violationChallanRoutes(app: App, { challans }: Violations): void {
  app.get(
    '/api/violations/challans',
    {
      config: { action: 'challan.read' },
      schema: {
        tags,
        summary: 'Challans, newest first',
        querystring: ChallanQuery,
        response: { 200: ChallanPage },
      },
    },
    async (request) => challans.page(request.query, actorOf(request)),
  );
  app.get(
    '/api/violations/challan-search',
    {
      config: { action: 'challan.search' },
      schema: {
        tags,
        summary: 'Challans of one plate, for a stated purpose; the search is recorded',
        querystring: ChallanSearchQuery,
        response: { 200: ChallanPage },
      },
    },
    async (request) => challans.search(request.query, actorOf(request)),
  );
  app.get(
    '/api/violations/challans/:id',
    {
      config: { action: 'challan.read' },
      schema: {
        tags,
        summary: 'A challan with all that happened to it',
        params: z.object({ id: Identifier }),
        response: { 200: ChallanView },
      },
    },
    async (request) => challans.view(request.params.id, actorOf(request)),
  );
}
