import { Identifier } from '@amaan/contracts/identifier';
import { SpeedSectionChange, SpeedSectionView } from '@amaan/contracts/violations/api-enforcement';
import { z } from 'zod';
import type { Enforcement } from '../enforcement/create-enforcement.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const tags = ['enforcement'];
const params = z.object({ id: Identifier });

/** Sections of road over which the average speed is limited. */
export function speedSectionRoutes(app: App, { sections }: Enforcement): void {
  app.get(
    '/api/speed-sections',
    {
      config: { action: 'enforcement.read' },
      schema: {
        ...{ tags, summary: 'Sections for average speed, with the cameras at their ends' },
        response: { 200: z.array(SpeedSectionView) },
      },
    },
    (request) => sections.list(actorOf(request)),
  );
  app.post(
    '/api/speed-sections',
    {
      config: { action: 'enforcement.change' },
      schema: {
        ...{ tags, summary: 'Add a section' },
        ...{ body: SpeedSectionChange, response: { 201: SpeedSectionView } },
      },
    },
    async (request, reply) => reply.code(201).send(await sections.create(request.body, actorOf(request))),
  );
  app.put(
    '/api/speed-sections/:id',
    {
      config: { action: 'enforcement.change' },
      schema: {
        ...{ tags, summary: 'Save a section; makes the next version', params },
        ...{ body: SpeedSectionChange, response: { 200: SpeedSectionView } },
      },
    },
    (request) => sections.change(request.params.id, request.body, actorOf(request)),
  );
  app.delete(
    '/api/speed-sections/:id',
    {
      config: { action: 'enforcement.change' },
      schema: {
        ...{ tags, summary: 'Remove a section that no plan names', params },
        querystring: z.object({ seen: z.coerce.number().int().positive() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await sections.remove(request.params.id, request.query.seen, actorOf(request));
      return reply.code(204).send(null);
    },
  );
}
