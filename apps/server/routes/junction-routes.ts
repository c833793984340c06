import { Identifier } from '@amaan/contracts/identifier';
import {
  FixedPlanOrder,
  JunctionChange,
  JunctionDetails,
  JunctionInput,
  JunctionOutputInput,
  JunctionSettings,
  JunctionSummary,
  JunctionVersion,
  ModeChange,
  SignalEvent,
  SignalPageQuery,
} from '@amaan/contracts/traffic/junction-record';
import { SignalDecision } from '@amaan/contracts/traffic/signal-decision';
import { JunctionImport } from '@amaan/contracts/traffic/what-if';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { Signals } from '../signals/create-signals.ts';
import { actorOf } from './actor.ts';

const tags = ['signals'];
const params = z.object({ id: Identifier });

/** Junctions: their definitions in versions, their modes, and what was decided there. */
export function junctionRoutes(app: App, { junctions, modes, networks }: Signals): void {
  app.get(
    '/api/junctions',
    {
      config: { action: 'junction.read' },
      schema: {
        tags,
        summary: 'Junctions of your sites, with what they show now; live updates `signals` follow',
        response: { 200: z.array(JunctionSummary) },
      },
    },
    (request) => junctions.list(actorOf(request)),
  );
  app.get(
    '/api/junctions/:id',
    {
      config: { action: 'junction.read' },
      schema: {
        tags,
        summary: 'One junction with its definition',
        params,
        response: { 200: JunctionDetails },
      },
    },
    (request) => junctions.get(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/junctions/:id/versions',
    {
      config: { action: 'junction.read' },
      schema: {
        tags,
        summary: 'All versions of a junction, the newest first',
        params,
        response: { 200: z.array(JunctionVersion) },
      },
    },
    (request) => junctions.versions(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/junctions/:id/decisions',
    {
      config: { action: 'junction.read' },
      schema: {
        tags,
        summary: 'What controllers decided there and why, the newest first; kept for 30 days',
        params,
        querystring: SignalPageQuery,
        response: { 200: z.array(SignalDecision) },
      },
    },
    (request) => junctions.decisions(request.params.id, request.query, actorOf(request)),
  );
  app.get(
    '/api/junctions/:id/events',
    {
      config: { action: 'junction.read' },
      schema: {
        tags,
        summary: 'Changes of mode, falls back to the fixed plan and returns, the newest first',
        params,
        querystring: SignalPageQuery,
        response: { 200: z.array(SignalEvent) },
      },
    },
    (request) => junctions.events(request.params.id, request.query, actorOf(request)),
  );
  app.post(
    '/api/junctions',
    {
      config: { action: 'junction.write' },
      schema: {
        tags,
        summary: 'Add a junction; one that contradicts itself is kept and stays on its fixed plan',
        body: JunctionInput,
        response: { 201: JunctionDetails },
      },
    },
    async (request, reply) => reply.code(201).send(await junctions.create(request.body, actorOf(request))),
  );
  app.post(
    '/api/junctions/imports',
    {
      config: { action: 'junction.write' },
      schema: {
        tags,
        summary: 'Take a junction over from a network, with the plan and limits that it has there',
        body: JunctionImport,
        response: { 201: JunctionDetails },
      },
    },
    async (request, reply) => reply.code(201).send(await networks.import(request.body, actorOf(request))),
  );
  app.put(
    '/api/junctions/:id',
    {
      config: { action: 'junction.write' },
      schema: {
        tags,
        summary: 'Write a new version of a junction',
        params,
        body: JunctionChange,
        response: { 200: JunctionDetails },
      },
    },
    (request) => junctions.change(request.params.id, request.body, actorOf(request)),
  );
  app.patch(
    '/api/junctions/:id',
    {
      config: { action: 'junction.write' },
      schema: {
        tags,
        summary: 'Choose the controller that proposes or leads',
        params,
        body: JunctionSettings,
        response: { 200: JunctionDetails },
      },
    },
    (request) => junctions.configure(request.params.id, request.body, actorOf(request)),
  );
  app.put(
    '/api/junctions/:id/output',
    {
      config: { action: 'junction.output' },
      schema: {
        tags,
        summary: 'Say where the signal is: nowhere, simulated, or a controller over NTCIP 1202',
        params,
        body: JunctionOutputInput,
        response: { 200: JunctionDetails },
      },
    },
    (request) => junctions.connect(request.params.id, request.body, actorOf(request)),
  );
  app.delete(
    '/api/junctions/:id',
    {
      config: { action: 'junction.write' },
      schema: { tags, summary: 'Take a junction out of use', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await junctions.retire(request.params.id, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/junctions/:id/mode',
    {
      config: { action: 'signal.mode' },
      schema: {
        tags,
        summary: 'Observe, advise, or control; control needs an approval of two people in force',
        params,
        body: ModeChange,
        response: { 200: JunctionDetails },
      },
    },
    async (request) => {
      await modes.set(request.params.id, request.body, actorOf(request));
      return junctions.get(request.params.id, actorOf(request));
    },
  );
  app.post(
    '/api/junctions/:id/fixed-plan',
    {
      config: { action: 'signal.fix' },
      schema: {
        tags,
        summary: 'Return a junction to its fixed plan at once',
        params,
        body: FixedPlanOrder,
        response: { 200: JunctionDetails },
      },
    },
    async (request) => {
      await modes.fixedPlan(request.params.id, request.body, actorOf(request));
      return junctions.get(request.params.id, actorOf(request));
    },
  );
}
