import type {
  AssessmentDecision,
  AssessmentForm,
  AssessmentRevision,
  AssessmentView,
  ImpactScale,
  ScoredImpact,
} from '@amaan/contracts/governance/impact-assessment';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const assessmentsKey = ['assessments'] as const;

export const assessmentsQuery = queryOptions({
  queryKey: [...assessmentsKey, 'list'],
  queryFn: () => unwrap<AssessmentView[]>(api.GET('/api/assessments')),
});

export const assessmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...assessmentsKey, id],
    queryFn: () => unwrap<AssessmentView>(api.GET('/api/assessments/{id}', { params: { path: { id } } })),
  });

export const assessmentFormQuery = (system: string) =>
  queryOptions({
    queryKey: [...assessmentsKey, 'form', system],
    queryFn: () =>
      unwrap<AssessmentForm>(api.GET('/api/assessments/form', { params: { query: { system } } })),
  });

/** The level of an impact as the server's one rule has it. */
export const impactLevelQuery = ({ severity, likelihood, reversibility, reach }: ImpactScale) =>
  queryOptions({
    queryKey: ['impact-level', severity, likelihood, reversibility, reach],
    queryFn: () =>
      unwrap<ScoredImpact>(
        api.GET('/api/assessments/impact-level', {
          params: { query: { severity, likelihood, reversibility, reach } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const openAssessment = (system: string, copyOf: string | null) =>
  unwrap<AssessmentView>(api.POST('/api/assessments', { body: { system, copyOf } }));

export const saveAssessment = (id: string, body: AssessmentRevision) =>
  unwrap<AssessmentView>(api.PUT('/api/assessments/{id}', { params: { path: { id } }, body }));

export const submitAssessment = (id: string, seen: number, statement: string) =>
  unwrap<AssessmentView>(
    api.POST('/api/assessments/{id}/submit', { params: { path: { id } }, body: { seen, statement } }),
  );

export const decideAssessment = (id: string, body: AssessmentDecision) =>
  unwrap<AssessmentView>(api.POST('/api/assessments/{id}/decide', { params: { path: { id } }, body }));

export const withdrawAssessment = (id: string, reason: string) =>
  unwrap<AssessmentView>(
    api.POST('/api/assessments/{id}/withdraw', { params: { path: { id } }, body: { reason } }),
  );
