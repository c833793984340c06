import type {
  PersonTraining,
  TrainingCourse,
  TrainingRecord,
  TrainingRecordInput,
} from '@amaan/contracts/governance/training';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const trainingQuery = queryOptions({
  queryKey: ['training'],
  queryFn: () => unwrap<{ courses: TrainingCourse[]; people: PersonTraining[] }>(api.GET('/api/training')),
});

export const recordTraining = (body: TrainingRecordInput) =>
  unwrap<TrainingRecord>(api.POST('/api/training', { body }));
