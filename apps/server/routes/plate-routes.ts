import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import {
  ConvoyCandidate,
  ConvoyInput,
  Journey,
  JourneyInput,
  NextCamera,
} from '@amaan/contracts/plates/journey';
import { LiveQuery } from '@amaan/contracts/plates/live-reads';
import { PlateHold, PlateHoldInput, PlateRetention } from '@amaan/contracts/plates/plate-hold';
import {
  PlateCorrectionInput,
  PlateSearchInput,
  PlateSearchRecord,
  PlateSearchResult,
  Sighting,
} from '@amaan/contracts/plates/sighting';
import { EvidenceViewQuery } from '@amaan/contracts/redaction/masked-evidence';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { Plates } from '../plates/create-plates.ts';
import { actorOf } from './actor.ts';
import { EVIDENCE_MEDIA_TYPES, type EvidenceSender, sendEvidence } from './send-evidence.ts';

const params = z.object({ id: Identifier });
const capturedAt = z.object({ capturedAt: Instant });
const tags = ['plates'];

/** Live reads, searches, journeys, sightings, holds of cases, and what the retention job did. */
export function plateRoutes(app: App, plates: Plates, sender: EvidenceSender): void {
  searchRoutes(app, plates);
  sightingRoutes(app, plates, sender);
  holdRoutes(app, plates);
}

function searchRoutes(app: App, { searches, journeys }: Plates): void {
  const search = { action: 'plate.search' } as const;
  const read = { action: 'plate-search.read' } as const;
  app.post(
    '/api/plates/searches',
    {
      config: search,
      schema: {
        ...{ tags, summary: 'Search for sightings, for a case and with a reason' },
        ...{ body: PlateSearchInput, response: { 200: PlateSearchResult } },
      },
    },
    (request) => searches.search(request.body, actorOf(request)),
  );
  app.get(
    '/api/plates/searches',
    {
      config: read,
      schema: {
        tags,
        summary: 'Searches on record, newest first',
        response: { 200: z.array(PlateSearchRecord) },
      },
    },
    (request) => searches.list(actorOf(request)),
  );
  app.get(
    '/api/plates/searches/:id',
    {
      config: read,
      schema: { tags, summary: 'One search on record', params, response: { 200: PlateSearchRecord } },
    },
    (request) => searches.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/plates/journeys',
    {
      config: search,
      schema: { tags, summary: 'Where a vehicle went', body: JourneyInput, response: { 200: Journey } },
    },
    (request) => journeys.journey(request.body, actorOf(request)),
  );
  app.post(
    '/api/plates/convoys',
    {
      config: search,
      schema: {
        ...{ tags, summary: 'Vehicles that were near one again and again' },
        ...{ body: ConvoyInput, response: { 200: z.array(ConvoyCandidate) } },
      },
    },
    (request) => journeys.convoys(request.body, actorOf(request)),
  );
  app.get(
    '/api/alerts/:id/reachable-cameras',
    {
      config: { action: 'alert.read' },
      schema: {
        ...{ tags, summary: 'Cameras that the vehicle of a plate alert can come past next' },
        ...{ params, response: { 200: z.array(NextCamera) } },
      },
    },
    (request) => journeys.reachable(request.params.id, actorOf(request)),
  );
}

function sightingRoutes(app: App, { sightings }: Plates, sender: EvidenceSender): void {
  app.get(
    '/api/plates/reads',
    {
      config: { action: 'plate.watch' },
      schema: {
        ...{ tags, summary: 'Plate reads of the last fifteen minutes, newest first' },
        ...{ querystring: LiveQuery, response: { 200: z.array(Sighting) } },
      },
    },
    (request) => sightings.live(request.query, actorOf(request)),
  );
  app.get(
    '/api/sightings/:id',
    {
      config: { action: 'sighting.read' },
      schema: { tags, summary: 'One sighting', params, querystring: capturedAt, response: { 200: Sighting } },
    },
    (request) => sightings.get({ ...request.params, ...request.query }, actorOf(request)),
  );
  app.put(
    '/api/sightings/:id/correction',
    {
      config: { action: 'sighting.correct' },
      schema: {
        ...{ tags, summary: 'Say what a plate reads; the reading stays beside it' },
        ...{ params, querystring: capturedAt, body: PlateCorrectionInput, response: { 200: Sighting } },
      },
    },
    (request) => sightings.correct({ ...request.params, ...request.query }, request.body, actorOf(request)),
  );
  for (const [part, kind] of [
    ['crop', 'plate-crop'],
    ['picture', 'picture'],
  ] as const) {
    app.get(
      `/api/sightings/:id/${part}`,
      {
        config: { action: 'sighting.read' },
        schema: {
          ...{ tags, summary: `The ${part} of a sighting${kind === 'picture' ? ', masked' : ''}`, params },
          querystring: capturedAt.extend(EvidenceViewQuery.shape),
          response: {
            200: binaryResponse('The whole', ...EVIDENCE_MEDIA_TYPES),
            206: binaryResponse('The range that was asked for', ...EVIDENCE_MEDIA_TYPES),
            304: z.null(),
            416: z.null(),
          },
        },
      },
      async (request, reply) => {
        const { capturedAt: at, ...query } = request.query;
        const found = await sightings.evidence({ ...request.params, capturedAt: at }, kind, actorOf(request));
        return sendEvidence(sender, found, request, reply, query, false);
      },
    );
  }
}

function holdRoutes(app: App, { holds, retention }: Plates): void {
  const response = { 200: z.array(PlateHold) };
  app.get(
    '/api/cases/:id/plate-holds',
    {
      config: { action: 'case.read' },
      schema: { tags, summary: 'Plates whose sightings stay for a case', params, response },
    },
    (request) => holds.list(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/cases/:id/plate-holds',
    {
      config: { action: 'case.change' },
      schema: {
        tags,
        summary: 'Keep the sightings of a plate for a case',
        params,
        body: PlateHoldInput,
        response,
      },
    },
    (request) => holds.add(request.params.id, request.body, actorOf(request)),
  );
  app.delete(
    '/api/cases/:id/plate-holds/:holdId',
    {
      config: { action: 'case.change' },
      schema: {
        ...{ tags, summary: 'End a hold of a case', response },
        params: z.object({ id: Identifier, holdId: Identifier }),
      },
    },
    (request) => holds.release(request.params.id, request.params.holdId, actorOf(request)),
  );
  app.get(
    '/api/plates/retention',
    {
      config: { action: 'monitoring.read' },
      schema: {
        tags,
        summary: 'What the job that deletes old reads did last',
        response: { 200: PlateRetention },
      },
    },
    () => retention.view(),
  );
}
