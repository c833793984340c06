import { Incident } from '@amaan/contracts/governance/incident';
import { GovernanceRecord } from '@amaan/contracts/governance/record';
import { RecordInput } from '@amaan/contracts/governance/record-step';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { IncidentOpener } from '../assurance/incident-opener.ts';
import type { App } from '../http/app.ts';
import { actorOf, authorOf } from './actor.ts';

const params = z.object({ id: Identifier });
/** What a person says; where it came from is what the address says. */
const body = z.object({
  ...RecordInput.pick({ title: true, owner: true }).shape,
  ...Incident.pick({ severity: true, what: true }).shape,
});

/** Incidents that begin with something that is there already. */
export function incidentRoutes(app: App, opener: IncidentOpener): void {
  app.post(
    '/api/concerns/:id/incidents',
    {
      config: { action: 'incident.write' },
      schema: {
        tags: ['incident'],
        summary: 'Open an incident from a concern; the two name each other',
        params,
        body,
        response: { 201: GovernanceRecord },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await opener.fromConcern(request.params.id, request.body, authorOf(request))),
  );
  app.post(
    '/api/alerts/:id/incidents',
    {
      config: { action: 'incident.write' },
      schema: {
        tags: ['incident'],
        summary: 'Open an incident from an alert; the record holds its identifier and nothing else of it',
        params,
        body,
        response: { 201: GovernanceRecord },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await opener.fromAlert(request.params.id, request.body, authorOf(request), actorOf(request).sites),
        ),
  );
}
