import { Identifier } from '@amaan/contracts/identifier';
import { SignalNetwork, SignalNetworkQuery, WhatIf, WhatIfInput } from '@amaan/contracts/traffic/what-if';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { HttpError } from '../http/http-errors.ts';
import { largestBody } from '../http/largest-body.ts';
import { bytesOf, takeBytes } from '../http/take-bytes.ts';
import type { Signals } from '../signals/create-signals.ts';
import { actorOf } from './actor.ts';

const tags = ['signals'];
const params = z.object({ id: Identifier });
const LARGEST_NETWORK_BYTES = 50 * 1024 * 1024;

/** Networks, and replays of measured traffic under other controllers. */
export function signalReplayRoutes(app: App, signals: Signals): void {
  const { networks, whatIfs } = signals;
  app.get(
    '/api/signal-networks',
    {
      config: { action: 'junction.read' },
      schema: {
        tags,
        summary: 'SUMO networks of your sites, the newest first',
        response: { 200: z.array(SignalNetwork) },
      },
    },
    (request) => networks.list(actorOf(request)),
  );
  app.get(
    '/api/what-ifs',
    {
      config: { action: 'what-if.read' },
      schema: { tags, summary: 'Replays, the newest first', response: { 200: z.array(WhatIf) } },
    },
    (request) => whatIfs.list(actorOf(request)),
  );
  app.get(
    '/api/what-ifs/:id',
    {
      config: { action: 'what-if.read' },
      schema: { tags, summary: 'One replay with its results', params, response: { 200: WhatIf } },
    },
    (request) => whatIfs.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/what-ifs',
    {
      config: { action: 'what-if.run' },
      schema: {
        tags,
        summary: 'Replay measured traffic of a junction under other controllers in SUMO',
        body: WhatIfInput,
        response: { 201: WhatIf },
      },
    },
    async (request, reply) => reply.code(201).send(await whatIfs.ask(request.body, actorOf(request))),
  );
  app.post(
    '/api/what-ifs/:id/cancel',
    {
      config: { action: 'what-if.run' },
      schema: { tags, summary: 'Cancel a replay', params, response: { 200: WhatIf } },
    },
    (request) => whatIfs.cancel(request.params.id, actorOf(request)),
  );
  uploadRoute(app, signals);
}

/** In a scope of its own: only here is XML taken, and only here that much. */
function uploadRoute(app: App, { networks }: Signals): void {
  app.register(async (scope: App) => {
    takeBytes(scope);
    scope.post(
      '/api/signal-networks',
      {
        ...largestBody(
          LARGEST_NETWORK_BYTES,
          () =>
            new HttpError(
              413,
              'FILE_TOO_LARGE',
              'The network is larger than 50 MB; nothing was kept. Cut it to the junctions that you need.',
            ),
        ),
        config: { action: 'junction.write' },
        schema: {
          tags,
          summary: 'Add a SUMO network (.net.xml), 50 MB at most; its signalled junctions are listed',
          querystring: SignalNetworkQuery,
          response: { 201: SignalNetwork },
        },
      },
      async (request, reply) => {
        const bytes = bytesOf(request);
        return reply.code(201).send(await networks.add(request.query, bytes, actorOf(request)));
      },
    );
  });
}
