import { PackJob, PackRequest } from '@amaan/contracts/api/evidence-pack';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { PackService } from '../pack/pack-service.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const config = { action: 'pack.create' } as const;
/** Looking at what there is needs no proof of the person; making and taking away does. */
const reading = { action: 'pack.read' } as const;
const tags = ['evidence pack'];

export function packRoutes(app: App, packs: PackService): void {
  app.get(
    '/api/packs',
    {
      config: reading,
      schema: { tags, summary: 'Evidence packs, newest first', response: { 200: z.array(PackJob) } },
    },
    () => packs.list(),
  );
  app.post(
    '/api/packs',
    {
      config,
      schema: {
        tags,
        summary: 'Begin an evidence pack of a period; ask for it again to see how far it is',
        body: PackRequest,
        response: { 202: PackJob },
      },
    },
    async (request, reply) => reply.code(202).send(await packs.start(request.body, actorOf(request))),
  );
  app.get(
    '/api/packs/:id',
    { config: reading, schema: { tags, summary: 'How far a pack is', params, response: { 200: PackJob } } },
    (request) => packs.get(request.params.id),
  );
  app.delete(
    '/api/packs/:id',
    {
      config: { action: 'pack.remove' },
      schema: {
        tags,
        summary: 'Cancel a pack or take a finished one away: whoever made it, or who may remove any',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await packs.remove(request.params.id, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/packs/:id/file',
    {
      config,
      schema: {
        tags,
        summary: 'A finished pack, for `amaan govern verify`',
        params,
        response: { 200: binaryResponse('A zip file', 'application/zip') },
      },
    },
    async (request, reply) => {
      const { file, content } = await packs.open(request.params.id);
      return reply
        .type('application/zip')
        .header('cache-control', 'no-store')
        .header('content-length', file.bytes)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('etag', `"${file.digest}"`)
        .send(content);
    },
  );
}
