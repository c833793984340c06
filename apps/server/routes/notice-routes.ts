import { Identifier } from '@amaan/contracts/identifier';
import { CHALLAN_TOKEN_HEADER } from '@amaan/contracts/violations/citizen';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { ChallanTokens } from '../citizen/challan-tokens.ts';
import type { App } from '../http/app.ts';
import { attachment } from '../http/attachment.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { Notice, NoticeService } from '../violations/notices/notice-service.ts';
import { actorOf } from './actor.ts';

const tags = ['notices'];
const pdf = binaryResponse('The notice', 'application/pdf');

/** Notices of challans as PDF: for officers who print them, and for whoever has shown that they know number and plate. */
export function noticeRoutes(app: App, notices: NoticeService, tokens: ChallanTokens): void {
  app.get(
    '/api/violations/challans/:id/notice',
    {
      config: { action: 'challan.read' },
      schema: {
        ...{
          tags,
          summary: 'The notice of a challan, in English and Urdu',
          params: z.object({ id: Identifier }),
        },
        response: { 200: pdf },
      },
    },
    async (request, reply) =>
      sendNotice(reply, await notices.forOfficer(request.params.id, actorOf(request))),
  );
  app.get(
    '/api/public/challans/notice',
    {
      config: { action: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        ...{
          tags,
          security: [],
          summary: `The notice of the challan of the token in ${CHALLAN_TOKEN_HEADER}`,
        },
        response: { 200: pdf },
      },
    },
    async (request, reply) =>
      sendNotice(reply, await notices.forCitizen(tokens.open(request.headers[CHALLAN_TOKEN_HEADER]))),
  );
}

function sendNotice(reply: FastifyReply, { number, pdf: bytes }: Notice) {
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', attachment(`${number}.pdf`))
    .send(Buffer.from(bytes));
}
