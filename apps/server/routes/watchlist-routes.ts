import {
  NewWatchlist,
  Watchlist,
  WatchlistDestruction,
  WatchlistReview,
} from '@amaan/contracts/faces/watchlist';
import { WatchlistFinding, WatchlistFindingDecision } from '@amaan/contracts/faces/watchlist-entry';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { Faces } from '../faces/create-faces.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';
import { watchlistEntryRoutes } from './watchlist-entry-routes.ts';

const tags = ['watchlists'];
const params = z.object({ id: Identifier });
const ofFinding = z.object({ id: Identifier, findingId: Identifier });

/** Lists of people who are looked for by their faces. */
export function watchlistRoutes(app: App, faces: Faces): void {
  const { watchlists, findings } = faces;
  app.get(
    '/api/watchlists',
    {
      config: { action: 'watchlist.read' },
      schema: {
        tags,
        summary: 'The watchlists of your sites, newest first',
        response: { 200: z.array(Watchlist) },
      },
    },
    (request) => watchlists.list(actorOf(request)),
  );
  app.post(
    '/api/watchlists',
    {
      config: { action: 'watchlist.write' },
      schema: {
        tags,
        summary: 'Make a watchlist, which has a key of its own and ends after 90 days at the latest',
        body: NewWatchlist,
        response: { 201: Watchlist },
      },
    },
    async (request, reply) => reply.code(201).send(await watchlists.create(request.body, actorOf(request))),
  );
  app.get(
    '/api/watchlists/:id',
    {
      config: { action: 'watchlist.read' },
      schema: { tags, summary: 'One watchlist', params, response: { 200: Watchlist } },
    },
    (request) => watchlists.get(request.params.id, actorOf(request)),
  );
  app.put(
    '/api/watchlists/:id',
    {
      config: { action: 'watchlist.write' },
      schema: {
        tags,
        summary: 'Change or renew a watchlist; it then wants another review',
        params,
        body: NewWatchlist,
        response: { 200: Watchlist },
      },
    },
    (request) => watchlists.change(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/watchlists/:id/review',
    {
      config: { action: 'watchlist.approve' },
      schema: {
        tags,
        summary:
          'Confirm that you looked through a watchlist that others changed; without it nobody is searched',
        params,
        body: WatchlistReview,
        response: { 200: Watchlist },
      },
    },
    (request) => watchlists.review(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/watchlists/:id/destruction',
    {
      config: { action: 'watchlist.destroy' },
      schema: {
        tags,
        summary: 'Destroy a watchlist for good: first its key, then all of it; authorisations on it end',
        params,
        body: WatchlistDestruction,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await watchlists.destroy(request.params.id, request.body, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/watchlists/:id/findings',
    {
      config: { action: 'watchlist.read' },
      schema: {
        tags,
        summary: 'What enrolment noticed: one person under two entries, two people in one; open ones first',
        params,
        response: { 200: z.array(WatchlistFinding) },
      },
    },
    (request) => findings.list(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/watchlists/:id/findings/:findingId/decision',
    {
      config: { action: 'watchlist.approve' },
      schema: {
        tags,
        summary: 'Say what is true; a picture that does not belong to its entry goes',
        params: ofFinding,
        body: WatchlistFindingDecision,
        response: { 200: WatchlistFinding },
      },
    },
    (request) => {
      const { id, findingId } = request.params;
      return findings.decide(id, findingId, request.body, actorOf(request));
    },
  );
  watchlistEntryRoutes(app, faces);
}
