import { Readable } from 'node:stream';
import {
  LedgerCheck,
  LedgerHead,
  LedgerPage,
  LedgerProof,
  LedgerQuery,
} from '@amaan/contracts/api/ledger-view';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { LedgerService } from '../ledger/ledger-service.ts';

export function ledgerRoutes(app: App, ledger: LedgerService): void {
  app.get(
    '/api/ledger',
    {
      config: { action: 'ledger.read' },
      schema: {
        tags: ['ledger'],
        summary: 'Size, root and newest checkpoint',
        response: { 200: LedgerHead },
      },
    },
    () => ledger.head(),
  );
  app.get(
    '/api/ledger/checks',
    {
      config: { action: 'ledger.read' },
      schema: {
        tags: ['ledger'],
        summary: 'What the platform found when it verified its own ledger, newest first',
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(30) }),
        response: { 200: z.array(LedgerCheck) },
      },
    },
    (request) => ledger.checks(request.query.limit),
  );
  app.get(
    '/api/ledger/entries',
    {
      config: { action: 'ledger.read' },
      schema: {
        tags: ['ledger'],
        summary: 'Entries, newest first',
        querystring: LedgerQuery,
        response: { 200: LedgerPage },
      },
    },
    (request) => ledger.page(request.query.before, request.query.limit),
  );
  app.get(
    '/api/ledger/entries/:index/proof',
    {
      config: { action: 'ledger.read' },
      schema: {
        tags: ['ledger'],
        summary: 'Inclusion proof of an entry under a signed checkpoint',
        params: z.object({ index: z.coerce.number().int().nonnegative() }),
        response: { 200: LedgerProof },
      },
    },
    (request) => ledger.proof(request.params.index),
  );
  app.get(
    '/api/ledger/export',
    {
      config: { action: 'ledger.export' },
      schema: {
        tags: ['ledger'],
        summary: 'The whole ledger as JSON Lines, for `amaan ledger verify`',
        response: { 200: binaryResponse('JSON Lines', 'application/jsonl') },
      },
    },
    async (_request, reply) =>
      reply
        .type('application/jsonl; charset=utf-8')
        .header('content-disposition', 'attachment; filename="amaan-ledger.jsonl"')
        .send(Readable.from(ledger.exportText())),
  );
}
