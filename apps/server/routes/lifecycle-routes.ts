import { SystemDetails } from '@amaan/contracts/api/system-details';
import {
  LifecycleView,
  TransitionDecisionInput,
  TransitionRequestInput,
} from '@amaan/contracts/governance/lifecycle';
import { SystemEntryInput } from '@amaan/contracts/governance/system-entry';
import { ValidationInput, ValidationView } from '@amaan/contracts/governance/validation';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { LifecycleService } from '../lifecycle/lifecycle-service.ts';
import type { ValidationService } from '../lifecycle/validation-service.ts';
import type { RegisterService } from '../register/register-service.ts';
import { authorOf } from './actor.ts';

const params = z.object({ id: z.string().max(60) });
const requestParams = params.extend({ requestId: Identifier });

export interface LifecycleServices {
  readonly register: RegisterService;
  readonly lifecycle: LifecycleService;
  readonly validations: ValidationService;
}

export function lifecycleRoutes(app: App, { register, lifecycle, validations }: LifecycleServices): void {
  app.get(
    '/api/systems/:id',
    {
      config: { action: 'system.read' },
      schema: {
        tags: ['systems'],
        summary: 'One AI system: register entry, records about it, drift',
        params,
        response: { 200: SystemDetails },
      },
    },
    (request) => register.details(request.params.id),
  );
  app.put(
    '/api/systems/:id/entry',
    {
      config: { action: 'system.describe' },
      schema: {
        tags: ['systems'],
        summary: 'Save a new version of what the organisation says of an AI system',
        params,
        body: SystemEntryInput,
        response: { 200: SystemDetails },
      },
    },
    (request) => register.describe(request.params.id, request.body, authorOf(request)),
  );
  app.get(
    '/api/systems/:id/lifecycle',
    {
      config: { action: 'lifecycle.read' },
      schema: {
        tags: ['systems'],
        summary: 'Where an AI system stands, what can come next and what is missing for it',
        params,
        response: { 200: LifecycleView },
      },
    },
    (request) => lifecycle.view(request.params.id),
  );
  app.post(
    '/api/systems/:id/lifecycle/requests',
    {
      config: { action: 'lifecycle.request' },
      schema: {
        tags: ['systems'],
        summary: 'Ask for another stage; other people decide',
        params,
        body: TransitionRequestInput,
        response: { 201: LifecycleView },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await lifecycle.request(request.params.id, request.body, authorOf(request))),
  );
  app.post(
    '/api/systems/:id/lifecycle/requests/:requestId/decisions',
    {
      config: { action: 'lifecycle.approve' },
      schema: {
        tags: ['systems'],
        summary: 'Approve or reject a request; the last approval needed executes it',
        params: requestParams,
        body: TransitionDecisionInput,
        response: { 200: LifecycleView },
      },
    },
    (request) =>
      lifecycle.decide(request.params.id, request.params.requestId, request.body, authorOf(request)),
  );
  app.post(
    '/api/systems/:id/lifecycle/requests/:requestId/withdraw',
    {
      config: { action: 'lifecycle.request' },
      schema: {
        tags: ['systems'],
        summary: 'Take a request back',
        params: requestParams,
        response: { 200: LifecycleView },
      },
    },
    (request) => lifecycle.withdraw(request.params.id, request.params.requestId, authorOf(request)),
  );
  app.get(
    '/api/systems/:id/validations',
    {
      config: { action: 'lifecycle.read' },
      schema: {
        tags: ['systems'],
        summary: 'What was measured of an AI system, the newest first',
        params,
        response: { 200: z.array(ValidationView) },
      },
    },
    (request) => validations.list(request.params.id),
  );
  app.post(
    '/api/systems/:id/validations',
    {
      config: { action: 'validation.record' },
      schema: {
        tags: ['systems'],
        summary: 'Record a validation of exactly the present models and configuration',
        params,
        body: ValidationInput,
        response: { 201: ValidationView },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await validations.record(request.params.id, request.body, authorOf(request))),
  );
}
