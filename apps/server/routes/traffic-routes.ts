import { Identifier } from '@amaan/contracts/identifier';
import {
  Corridor,
  CorridorChange,
  CorridorInput,
  CorridorMeasures,
  CorridorQuery,
  CorridorTravelTimes,
} from '@amaan/contracts/traffic/api-corridor';
import { FlowMap, FlowMapQuery, LaneEntry, LaneListQuery } from '@amaan/contracts/traffic/api-lanes';
import { TrafficIncidentEntry, TrafficIncidentQuery } from '@amaan/contracts/traffic/api-traffic-incidents';
import {
  OriginDestination,
  OriginDestinationInput,
  TravelQueryRecord,
  TravelTimes,
  TravelTimesInput,
} from '@amaan/contracts/traffic/api-travel-times';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { Traffic } from '../traffic/create-traffic.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const tags = ['traffic'];

/** Lanes, the map, corridors, incidents on the road, and travel times over all cameras. */
export function trafficRoutes(app: App, traffic: Traffic): void {
  const read = { action: 'traffic.read' } as const;
  app.get(
    '/api/traffic/lanes',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'The lanes that are drawn, with how they stand' },
        ...{ querystring: LaneListQuery, response: { 200: z.array(LaneEntry) } },
      },
    },
    (request) => traffic.lanes.list(request.query, actorOf(request)),
  );
  app.get(
    '/api/traffic/map',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'Flow and level of service of the last minutes (GeoJSON of approaches)' },
        ...{ querystring: FlowMapQuery, response: { 200: FlowMap } },
      },
    },
    (request) => traffic.map.map(request.query, actorOf(request)),
  );
  app.get(
    '/api/traffic/incidents',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'Incidents on the road, newest first' },
        ...{ querystring: TrafficIncidentQuery, response: { 200: z.array(TrafficIncidentEntry) } },
      },
    },
    (request) => traffic.incidents.list(request.query, actorOf(request)),
  );
  corridorRoutes(app, traffic);
  travelRoutes(app, traffic);
}

function corridorRoutes(app: App, { corridors, lanes }: Traffic): void {
  const read = { action: 'traffic.read' } as const;
  const change = { action: 'traffic.change' } as const;
  app.get(
    '/api/traffic/corridors',
    { config: read, schema: { tags, summary: 'Corridors by name', response: { 200: z.array(Corridor) } } },
    (request) => corridors.list(actorOf(request)),
  );
  app.post(
    '/api/traffic/corridors',
    {
      config: change,
      schema: { tags, summary: 'Add a corridor', body: CorridorInput, response: { 201: Corridor } },
    },
    async (request, reply) => reply.code(201).send(await corridors.create(request.body, actorOf(request))),
  );
  app.get(
    '/api/traffic/corridors/:id',
    { config: read, schema: { tags, summary: 'One corridor', params, response: { 200: Corridor } } },
    (request) => corridors.get(request.params.id, actorOf(request)),
  );
  app.put(
    '/api/traffic/corridors/:id',
    {
      config: change,
      schema: {
        ...{ tags, summary: 'Change a corridor; makes its next version', params },
        ...{ body: CorridorChange, response: { 200: Corridor } },
      },
    },
    (request) => corridors.change(request.params.id, request.body, actorOf(request)),
  );
  app.delete(
    '/api/traffic/corridors/:id',
    {
      config: change,
      schema: {
        ...{ tags, summary: 'Remove a corridor', params },
        querystring: z.object({ seen: z.coerce.number().int().positive() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await corridors.remove(request.params.id, request.query.seen, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/traffic/corridors/:id/measures',
    {
      config: read,
      schema: {
        ...{ tags, summary: 'What was measured along a corridor', params },
        ...{ querystring: CorridorQuery, response: { 200: CorridorMeasures } },
      },
    },
    (request) => lanes.corridor(request.params.id, request.query, actorOf(request)),
  );
}

function travelRoutes(app: App, { travel }: Traffic): void {
  const config = { action: 'traffic.travel' } as const;
  app.post(
    '/api/traffic/corridors/:id/travel-times',
    {
      config,
      schema: {
        ...{ tags, summary: 'Travel times along a corridor, each over at least five vehicles', params },
        body: TravelTimesInput.omit({ fromCameraId: true, toCameraId: true }),
        response: { 200: CorridorTravelTimes },
      },
    },
    (request) => travel.corridor(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/traffic/travel-times',
    {
      config,
      schema: {
        ...{ tags, summary: 'Travel times between two plate cameras, each over at least five vehicles' },
        ...{ body: TravelTimesInput, response: { 200: TravelTimes } },
      },
    },
    (request) => travel.travelTimes(request.body, actorOf(request)),
  );
  app.post(
    '/api/traffic/origin-destination',
    {
      config,
      schema: {
        ...{ tags, summary: 'From where to where vehicles drive, each pair of at least five vehicles' },
        ...{ body: OriginDestinationInput, response: { 200: OriginDestination } },
      },
    },
    (request) => travel.originDestination(request.body, actorOf(request)),
  );
  app.get(
    '/api/traffic/travel-queries',
    {
      config,
      schema: {
        ...{ tags, summary: 'Who asked for figures from plates, and what for' },
        response: { 200: z.array(TravelQueryRecord) },
      },
    },
    (request) => travel.list(actorOf(request)),
  );
}
