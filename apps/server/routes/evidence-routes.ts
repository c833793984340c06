import { EVIDENCE_KINDS } from '@amaan/contracts/evidence-item';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { EvidenceService } from '../alerts/evidence-service.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { byteRange } from '../http/byte-range.ts';
import { actorOf } from './actor.ts';

const MEDIA_TYPES = ['image/png', 'image/jpeg', 'video/mp4'] as const;
const params = z.object({ observationId: Identifier, kind: z.enum(EVIDENCE_KINDS) });

export function evidenceRoutes(app: App, evidence: EvidenceService): void {
  app.get(
    '/api/evidence/:observationId/:kind',
    {
      config: { action: 'evidence.read' },
      schema: {
        tags: ['evidence'],
        summary: 'The bytes of an evidence item; one Range is understood',
        params,
        response: {
          200: binaryResponse('The whole', ...MEDIA_TYPES),
          206: binaryResponse('The range that was asked for', ...MEDIA_TYPES),
          304: z.null(),
          416: z.null(),
        },
      },
    },
    async (request, reply) => {
      const by = actorOf(request);
      const item = await evidence.find(request.params, by);
      reply
        .type(item.mediaType)
        .header('etag', `"${item.digest}"`)
        // What is read for a stated purpose is asked for each time, so that each reading is recorded.
        .header('cache-control', by.purpose === undefined ? 'private, max-age=86400, immutable' : 'no-store')
        .header('accept-ranges', 'bytes')
        .header('content-disposition', 'inline');
      const begins = request.headers.range === undefined || /^bytes=0-/.test(request.headers.range);
      await evidence.recordReading(item, by, begins);
      if (request.headers['if-none-match'] === `"${item.digest}"`) return reply.code(304).send(null);
      const range = byteRange(request.headers.range, item.bytes);
      if (range === 'unsatisfiable')
        return reply.code(416).header('content-range', `bytes */${item.bytes}`).send(null);
      if (range === null) return reply.header('content-length', item.bytes).send(await evidence.open(item));
      return reply
        .code(206)
        .header('content-range', `bytes ${range.start}-${range.end}/${item.bytes}`)
        .header('content-length', range.end - range.start + 1)
        .send(await evidence.open(item, range));
    },
  );
}
