import { GroundTruthInput, GroundTruthSet, LARGEST_GROUND_TRUTH_BYTES } from '@amaan/contracts/ground-truth';
import { Identifier } from '@amaan/contracts/identifier';
import {
  MonitoringReference,
  MonitoringRule,
  MonitoringRuleChange,
  MonitoringRun,
  ReferenceInput,
} from '@amaan/contracts/monitoring';
import {
  MonitoringDetail,
  MonitoringDetailQuery,
  MonitoringOverview,
  MonitoringRunQuery,
} from '@amaan/contracts/monitoring-views';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { Monitoring } from '../monitoring/create-monitoring.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const tags = ['monitoring'];

/** There is no route that stops monitoring: rules change, and every change stays on record. */
export function monitoringRoutes(app: App, monitoring: Monitoring): void {
  const { views, rules, references, groundTruth } = monitoring;
  app.get(
    '/api/monitoring',
    {
      config: { action: 'monitoring.read' },
      schema: {
        tags,
        summary: 'Every AI system on every camera group, and how its rules stand',
        response: { 200: MonitoringOverview },
      },
    },
    (request) => views.overview(actorOf(request).sites),
  );
  app.get(
    '/api/monitoring/detail',
    {
      config: { action: 'monitoring.read' },
      schema: {
        tags,
        summary: 'One AI system on one camera group: hours, drift, calibration, errors',
        querystring: MonitoringDetailQuery,
        response: { 200: MonitoringDetail },
      },
    },
    (request) => views.detail(request.query, actorOf(request).sites),
  );
  app.get(
    '/api/monitoring/runs',
    {
      config: { action: 'monitoring.read' },
      schema: {
        tags,
        summary: 'Evaluations, newest first',
        querystring: MonitoringRunQuery,
        response: { 200: z.array(MonitoringRun) },
      },
    },
    (request) => monitoring.runs(request.query),
  );
  app.get(
    '/api/monitoring/rules',
    {
      config: { action: 'monitoring.read' },
      schema: {
        tags,
        summary: 'The rules in force, disabled ones among them',
        response: { 200: z.array(MonitoringRule) },
      },
    },
    () => rules.list(),
  );
  app.get(
    '/api/monitoring/rules/:id/versions',
    {
      config: { action: 'monitoring.read' },
      schema: {
        tags,
        summary: 'Every version of a rule, newest first',
        params,
        response: { 200: z.array(MonitoringRule) },
      },
    },
    (request) => rules.versions(request.params.id),
  );
  app.post(
    '/api/monitoring/rules',
    {
      config: { action: 'monitoring.change' },
      schema: {
        tags,
        summary: 'Add a rule',
        body: MonitoringRuleChange,
        response: { 200: MonitoringRule },
      },
    },
    (request) => rules.add(request.body, actorOf(request)),
  );
  app.put(
    '/api/monitoring/rules/:id',
    {
      config: { action: 'monitoring.change' },
      schema: {
        tags,
        summary: 'Change a rule or disable it; the versions before stay',
        params,
        body: MonitoringRuleChange.extend({ seen: z.int().positive() }),
        response: { 200: MonitoringRule },
      },
    },
    (request) => rules.change(request.params.id, request.body.seen, request.body, actorOf(request)),
  );
  app.post(
    '/api/monitoring/references',
    {
      config: { action: 'monitoring.change' },
      schema: {
        tags,
        summary: 'Choose the hours that the present is compared with',
        body: ReferenceInput,
        response: { 200: MonitoringReference },
      },
    },
    (request) => references.pin(request.body, actorOf(request)),
  );
  app.get(
    '/api/monitoring/ground-truth',
    {
      config: { action: 'monitoring.read' },
      schema: {
        tags,
        summary: 'Audit sets with error rates by lawful groups, newest first',
        response: { 200: z.array(GroundTruthSet) },
      },
    },
    (request) => groundTruth.list(actorOf(request).sites),
  );
  app.post(
    '/api/monitoring/ground-truth',
    {
      // JSON writes some marks of the file with two bytes.
      bodyLimit: 2 * LARGEST_GROUND_TRUTH_BYTES,
      config: { action: 'monitoring.change' },
      schema: {
        tags,
        summary: 'Keep the good lines of an audit set; the answer names the others with their reasons',
        body: GroundTruthInput,
        response: { 201: GroundTruthSet },
      },
    },
    async (request, reply) => reply.code(201).send(await groundTruth.record(request.body, actorOf(request))),
  );
}
