import { Identifier } from '@amaan/contracts/identifier';
import { SceneRule, SceneRuleInput } from '@amaan/contracts/scene-rule';
import { z } from 'zod';
import type { RuleService } from '../cameras/rule-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const ofCamera = z.object({ id: Identifier });
const ofRule = z.object({ id: Identifier, ruleId: Identifier });
/** The version that the person saw; when given, a rule that changed meanwhile is not overwritten. */
const seen = z.object({ version: z.coerce.number().int().positive().optional() });

export function ruleRoutes(app: App, rules: RuleService): void {
  app.post(
    '/api/cameras/:id/rules',
    {
      config: { action: 'rule.create' },
      schema: {
        tags: ['rules'],
        summary: 'Draw a line or zone on a camera',
        params: ofCamera,
        body: SceneRuleInput,
        response: { 201: SceneRule },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await rules.create(request.params.id, request.body, actorOf(request))),
  );
  app.put(
    '/api/cameras/:id/rules/:ruleId',
    {
      config: { action: 'rule.change' },
      schema: {
        tags: ['rules'],
        summary: 'Change a rule; makes its next version',
        params: ofRule,
        querystring: seen,
        body: SceneRuleInput,
        response: { 200: SceneRule },
      },
    },
    (request) =>
      rules.change(
        request.params.id,
        request.params.ruleId,
        request.query.version,
        request.body,
        actorOf(request),
      ),
  );
  app.delete(
    '/api/cameras/:id/rules/:ruleId',
    {
      config: { action: 'rule.remove' },
      schema: {
        tags: ['rules'],
        summary: 'Remove a rule; its past versions stay readable from alerts',
        params: ofRule,
        querystring: seen,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await rules.remove(request.params.id, request.params.ruleId, request.query.version, actorOf(request));
      return reply.code(204).send(null);
    },
  );
}
