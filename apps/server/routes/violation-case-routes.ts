import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { EvidenceViewQuery } from '@amaan/contracts/redaction/masked-evidence';
import {
  IntakeFigures,
  ReviewerQualityList,
  ReviewerQualityQuery,
  ViolationCasePage,
  ViolationCaseQuery,
} from '@amaan/contracts/violations/api-violation-cases';
import { LawList } from '@amaan/contracts/violations/law';
import {
  CaseEvidenceKey,
  CaseReviewInput,
  HoldDecisionInput,
  ViolationCaseView,
} from '@amaan/contracts/violations/violation-case';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { Violations } from '../violations/create-violations.ts';
import { actorOf } from './actor.ts';
import { EVIDENCE_MEDIA_TYPES, type EvidenceSender, sendEvidence } from './send-evidence.ts';

const params = z.object({ id: Identifier });
const tags = ['violations'];

export function violationCaseRoutes(
  app: App,
  { cases, answers, laws, quality }: Violations,
  sender: EvidenceSender,
): void {
  app.get(
    '/api/violations/cases',
    {
      config: { action: 'violation-case.read' },
      schema: {
        tags,
        summary: 'Cases in one state: open ones oldest first, decided ones newest first',
        querystring: ViolationCaseQuery,
        response: { 200: ViolationCasePage },
      },
    },
    async (request) => cases.page(request.query, actorOf(request)),
  );
  app.get(
    '/api/violations/cases/:id',
    {
      config: { action: 'violation-case.read' },
      schema: {
        tags,
        summary: 'A case with its evidence and what this person may do; the reading is recorded',
        params,
        response: { 200: ViolationCaseView },
      },
    },
    async (request) => cases.view(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/violations/cases/:id/evidence/:key',
    {
      config: { action: 'violation-case.read' },
      schema: {
        tags,
        summary:
          'A picture or the clip, masked, or the plate; as the citizen sees it. One Range is understood',
        params: params.extend({ key: CaseEvidenceKey }),
        response: {
          200: binaryResponse('The whole', ...EVIDENCE_MEDIA_TYPES),
          206: binaryResponse('The range that was asked for', ...EVIDENCE_MEDIA_TYPES),
          304: z.null(),
          416: z.null(),
        },
      },
    },
    async (request, reply) => {
      const found = await cases.evidence(request.params.id, request.params.key, actorOf(request));
      return sendEvidence(sender, found, request, reply, EvidenceViewQuery.parse({}));
    },
  );
  app.post(
    '/api/violations/cases/:id/review',
    {
      config: { action: 'violation-case.review' },
      schema: {
        tags,
        summary:
          'Answers a case, as the first or the second reviewer: a fine, none, or a supervisor shall look',
        params,
        body: CaseReviewInput,
        response: { 200: ViolationCaseView },
      },
    },
    async (request) => {
      const by = actorOf(request);
      await answers.review(request.params.id, request.body, by);
      return cases.view(request.params.id, by);
    },
  );
  app.post(
    '/api/violations/cases/:id/hold-decision',
    {
      config: { action: 'violation-case.decide-hold' },
      schema: {
        tags,
        summary: 'Answers a held case: back to review, no fine, or a fine in spite of the hold',
        params,
        body: HoldDecisionInput,
        response: { 200: ViolationCaseView },
      },
    },
    async (request) => {
      const by = actorOf(request);
      await answers.decideHold(request.params.id, request.body, by);
      return cases.view(request.params.id, by);
    },
  );
  app.get(
    '/api/violations/intake',
    {
      config: { action: 'violation-intake.read' },
      schema: {
        tags,
        summary: 'How much was suspected, and how much of it was no case, and why; nobody is named',
        querystring: z.object({ from: Instant, to: Instant }),
        response: { 200: IntakeFigures },
      },
    },
    async (request) => cases.figures(request.query, actorOf(request)),
  );
  app.get(
    '/api/violations/reviewers',
    {
      config: { action: 'reviewer-quality.read' },
      schema: {
        tags,
        summary: 'How many cases each reviewer answered together with how many of the answers did not hold',
        querystring: ReviewerQualityQuery,
        response: { 200: ReviewerQualityList },
      },
    },
    async (request) => quality(request.query, actorOf(request)),
  );
  app.get(
    '/api/violations/laws',
    {
      config: { action: 'public' },
      schema: {
        tags,
        summary: 'The law files: offences, amounts and deadlines, and what of them nobody has checked',
        response: { 200: LawList },
      },
    },
    async () => ({ laws: [...laws.files] }),
  );
}
