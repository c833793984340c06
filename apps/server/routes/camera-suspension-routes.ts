import { Identifier } from '@amaan/contracts/identifier';
import {
  CameraSuspension,
  CameraSuspensionQuery,
  SuspensionLiftInput,
} from '@amaan/contracts/violations/camera-suspension';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { SuspensionDesk } from '../violations/camera-suspension/suspension-desk.ts';
import { actorOf } from './actor.ts';

const tags = ['camera suspensions'];

/** Cameras that stopped enforcing by themselves. */
export function cameraSuspensionRoutes(app: App, desk: SuspensionDesk): void {
  app.get(
    '/api/violations/camera-suspensions',
    {
      config: { action: 'camera-suspension.read' },
      schema: {
        ...{
          tags,
          summary: 'Cameras that stopped enforcing, newest first',
          querystring: CameraSuspensionQuery,
        },
        response: { 200: z.object({ suspensions: z.array(CameraSuspension) }) },
      },
    },
    async (request) => ({ suspensions: await desk.list(request.query, actorOf(request)) }),
  );
  app.post(
    '/api/violations/camera-suspensions/:id/lift',
    {
      config: { action: 'camera-suspension.lift' },
      schema: {
        ...{ tags, summary: 'One of two people’s word that a camera may enforce again' },
        params: z.object({ id: Identifier }),
        body: SuspensionLiftInput,
        response: { 200: CameraSuspension },
      },
    },
    (request) => desk.lift(request.params.id, request.body, actorOf(request)),
  );
}
