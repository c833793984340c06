import { EVIDENCE_KINDS } from '@amaan/contracts/evidence-item';
import { Identifier } from '@amaan/contracts/identifier';
import { EvidenceViewQuery, MaskedEvidenceReport } from '@amaan/contracts/redaction/masked-evidence';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { actorOf } from './actor.ts';
import { EVIDENCE_MEDIA_TYPES, type EvidenceSender, sendEvidence } from './send-evidence.ts';

const params = z.object({ observationId: Identifier, kind: z.enum(EVIDENCE_KINDS) });
const tags = ['evidence'];

export function evidenceRoutes(app: App, sender: EvidenceSender): void {
  const { evidence } = sender;
  app.get(
    '/api/evidence/:observationId/:kind',
    {
      config: { action: 'evidence.read' },
      schema: {
        tags,
        summary: 'An evidence item, masked; the original to whom it is un-masked. One Range is understood',
        params,
        querystring: EvidenceViewQuery,
        response: {
          200: binaryResponse('The whole', ...EVIDENCE_MEDIA_TYPES),
          206: binaryResponse('The range that was asked for', ...EVIDENCE_MEDIA_TYPES),
          304: z.null(),
          416: z.null(),
        },
      },
    },
    async (request, reply) => {
      const found = await evidence.find(request.params, actorOf(request));
      return sendEvidence(sender, found, request, reply, request.query);
    },
  );
  app.get(
    '/api/evidence/:observationId/:kind/masking-report',
    {
      config: { action: 'evidence.read' },
      schema: {
        tags,
        summary: 'What was covered in the masked version, and which models, configuration and permit made it',
        params,
        response: { 200: MaskedEvidenceReport },
      },
    },
    async (request) => evidence.report(await evidence.find(request.params, actorOf(request))),
  );
}
