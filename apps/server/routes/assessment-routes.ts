import {
  AssessmentDecision,
  AssessmentForm,
  AssessmentRevision,
  AssessmentView,
  ImpactScale,
  NewAssessment,
  ScoredImpact,
} from '@amaan/contracts/governance/impact-assessment';
import { Identifier } from '@amaan/contracts/identifier';
import { impactLevel } from '@amaan/governance/assessments/impact-level';
import { z } from 'zod';
import type { AssessmentService } from '../assessments/assessment-service.ts';
import type { App } from '../http/app.ts';
import { authorOf } from './actor.ts';

const tags = ['assessments'];
const params = z.object({ id: Identifier });
const System = z.string().max(60);
const Statement = z.string().trim().min(3).max(2000);
/** The largest form that makes sense: every answer and impact in full. */
const LARGEST_FORM_BYTES = 1024 * 1024;

export function assessmentRoutes(app: App, assessments: AssessmentService): void {
  app.get(
    '/api/assessments',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'AI impact assessments, newest first',
        querystring: z.object({ system: System.optional() }),
        response: { 200: z.array(AssessmentView) },
      },
    },
    (request) => assessments.list(request.query.system),
  );
  app.get(
    '/api/assessments/form',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'The questions as they are put about a system',
        querystring: z.object({ system: System }),
        response: { 200: AssessmentForm },
      },
    },
    (request) => assessments.form(request.query.system),
  );
  app.get(
    '/api/assessments/impact-level',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'The level of an impact, with the words why',
        querystring: z.object({
          severity: z.coerce.number().pipe(ImpactScale.shape.severity),
          likelihood: z.coerce.number().pipe(ImpactScale.shape.likelihood),
          reversibility: z.coerce.number().pipe(ImpactScale.shape.reversibility),
          reach: z.coerce.number().pipe(ImpactScale.shape.reach),
        }),
        response: { 200: ScoredImpact },
      },
    },
    async (request) => impactLevel(request.query),
  );
  app.get(
    '/api/assessments/:id',
    {
      config: { action: 'record.read' },
      schema: { tags, summary: 'One impact assessment', params, response: { 200: AssessmentView } },
    },
    (request) => assessments.get(request.params.id),
  );
  app.post(
    '/api/assessments',
    {
      config: { action: 'assessment.write' },
      schema: {
        tags,
        summary: 'Open a draft, empty or with the answers of an earlier one',
        body: NewAssessment,
        response: { 200: AssessmentView },
      },
    },
    (request) => assessments.open(request.body, authorOf(request)),
  );
  app.put(
    '/api/assessments/:id',
    {
      bodyLimit: LARGEST_FORM_BYTES,
      config: { action: 'assessment.write' },
      schema: {
        tags,
        summary: 'Save a new version of a draft',
        params,
        body: AssessmentRevision,
        response: { 200: AssessmentView },
      },
    },
    (request) => assessments.revise(request.params.id, request.body, authorOf(request)),
  );
  app.post(
    '/api/assessments/:id/submit',
    {
      config: { action: 'assessment.write' },
      schema: {
        tags,
        summary: 'Hand a draft over for a decision',
        params,
        body: z.object({ seen: z.int().positive(), statement: Statement }),
        response: { 200: AssessmentView },
      },
    },
    (request) =>
      assessments.submit(request.params.id, request.body.seen, request.body.statement, authorOf(request)),
  );
  app.post(
    '/api/assessments/:id/decide',
    {
      config: { action: 'assessment.sign' },
      schema: {
        tags,
        summary: 'Approve or reject what somebody else submitted',
        params,
        body: AssessmentDecision,
        response: { 200: AssessmentView },
      },
    },
    (request) => assessments.decide(request.params.id, request.body, authorOf(request)),
  );
  app.post(
    '/api/assessments/:id/withdraw',
    {
      config: { action: 'assessment.sign' },
      schema: {
        tags,
        summary: 'Take an assessment back; one in force ends at once',
        params,
        body: z.object({ reason: Statement }),
        response: { 200: AssessmentView },
      },
    },
    (request) => assessments.withdraw(request.params.id, request.body.reason, authorOf(request)),
  );
}
