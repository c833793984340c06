import { Identifier } from '@amaan/contracts/identifier';
import {
  EmergencyWave,
  EmergencyWaveInput,
  EmergencyWaveStarted,
  KeyedVehicleReport,
  VehicleReport,
} from '@amaan/contracts/traffic/emergency-wave';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { EmergencyWaveService } from '../signals/emergency-wave-service.ts';
import { actorOf } from './actor.ts';

const tags = ['signals'];
const params = z.object({ id: Identifier });
const query = z.object({
  running: z.stringbool().default(false),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Green waves for emergency vehicles. */
export function emergencyWaveRoutes(app: App, waves: EmergencyWaveService): void {
  app.get(
    '/api/emergency-waves',
    {
      config: { action: 'emergency-wave.read' },
      schema: {
        tags,
        summary: 'Emergency waves, the newest first',
        querystring: query,
        response: { 200: z.array(EmergencyWave) },
      },
    },
    (request) => waves.list(request.query, actorOf(request)),
  );
  app.get(
    '/api/emergency-waves/:id',
    {
      config: { action: 'emergency-wave.read' },
      schema: { tags, summary: 'One emergency wave', params, response: { 200: EmergencyWave } },
    },
    (request) => waves.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/emergency-waves',
    {
      config: { action: 'emergency-wave.request' },
      schema: {
        tags,
        summary: 'Clear the way over junctions in order; the answer has the key for reports of positions',
        body: EmergencyWaveInput,
        response: { 201: EmergencyWaveStarted },
      },
    },
    async (request, reply) => reply.code(201).send(await waves.start(request.body, actorOf(request))),
  );
  app.post(
    '/api/emergency-waves/:id/positions',
    {
      config: { action: 'emergency-wave.request' },
      schema: {
        tags,
        summary: 'Say where the vehicle is',
        params,
        body: VehicleReport,
        response: { 200: EmergencyWave },
      },
    },
    (request) => waves.report(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/emergency-waves/:id/radio',
    {
      config: { action: 'public' },
      schema: {
        tags,
        summary:
          'The same with the key of the wave in place of a sign-in: for a radio or a dispatcher’s program',
        params,
        body: KeyedVehicleReport,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await waves.reportWithKey(request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/emergency-waves/:id/end',
    {
      config: { action: 'emergency-wave.request' },
      schema: {
        tags,
        summary: 'End a wave: its junctions go back to what they did',
        params,
        response: { 200: EmergencyWave },
      },
    },
    (request) => waves.cancel(request.params.id, actorOf(request)),
  );
}
