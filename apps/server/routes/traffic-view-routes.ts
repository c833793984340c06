import { Identifier } from '@amaan/contracts/identifier';
import { LaneSeries, LaneSeriesQuery } from '@amaan/contracts/traffic/api-lanes';
import {
  CalibrationPreview,
  CalibrationPreviewInput,
  CameraTraffic,
  TrafficViewChange,
} from '@amaan/contracts/traffic/api-traffic-view';
import { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { Traffic } from '../traffic/create-traffic.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const tags = ['traffic'];
/** A view of 32 lanes of many corners each. */
const bodyLimit = 512 * 1024;

/** Lanes and calibration of one camera, and what is measured in its lanes. */
export function trafficViewRoutes(app: App, { views, lanes }: Traffic): void {
  app.get(
    '/api/cameras/:id/traffic',
    {
      config: { action: 'traffic.read' },
      schema: {
        ...{ tags, summary: 'Lanes and calibration of a camera, how they stand, and their history', params },
        response: { 200: CameraTraffic },
      },
    },
    (request) => views.get(request.params.id, actorOf(request)),
  );
  app.put(
    '/api/cameras/:id/traffic',
    {
      ...{ config: { action: 'traffic.change' }, bodyLimit },
      schema: {
        ...{ tags, summary: 'Save lanes and calibration of a camera; makes the next version', params },
        ...{ body: TrafficViewChange, response: { 200: TrafficView } },
      },
    },
    (request) => views.save(request.params.id, request.body, actorOf(request)),
  );
  app.delete(
    '/api/cameras/:id/traffic',
    {
      config: { action: 'traffic.change' },
      schema: {
        ...{ tags, summary: 'Take the lanes off a camera; what was measured stays', params },
        querystring: z.object({ seen: z.coerce.number().int().positive() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await views.remove(request.params.id, request.query.seen, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/cameras/:id/traffic/preview',
    {
      ...{ config: { action: 'traffic.change' }, bodyLimit },
      schema: {
        ...{ tags, summary: 'What a calibration is worth, before anything is saved', params },
        ...{ body: CalibrationPreviewInput, response: { 200: CalibrationPreview } },
      },
    },
    (request) => views.preview(request.params.id, request.body, actorOf(request)),
  );
  app.get(
    '/api/cameras/:id/traffic/series',
    {
      config: { action: 'traffic.read' },
      schema: {
        ...{ tags, summary: 'Figures of a camera’s lanes over time, gaps included', params },
        ...{ querystring: LaneSeriesQuery, response: { 200: z.array(LaneSeries) } },
      },
    },
    (request) => lanes.series(request.params.id, request.query, actorOf(request)),
  );
}
