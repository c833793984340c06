import {
  PersonTraining,
  TrainingCourse,
  TrainingRecord,
  TrainingRecordInput,
} from '@amaan/contracts/governance/training';
import { TRAINING_COURSES } from '@amaan/governance/assurance/training-courses';
import { z } from 'zod';
import type { TrainingService } from '../assurance/training-service.ts';
import type { App } from '../http/app.ts';
import { authorOf } from './actor.ts';

export function trainingRoutes(app: App, training: TrainingService): void {
  app.get(
    '/api/training',
    {
      config: { action: 'training.read' },
      schema: {
        tags: ['training'],
        summary: 'The courses, and who has passed which',
        response: { 200: z.object({ courses: z.array(TrainingCourse), people: z.array(PersonTraining) }) },
      },
    },
    async () => ({ courses: [...TRAINING_COURSES], people: await training.list() }),
  );
  app.post(
    '/api/training',
    {
      config: { action: 'training.write' },
      schema: {
        tags: ['training'],
        summary: 'Record that somebody else has passed a course',
        body: TrainingRecordInput,
        response: { 201: TrainingRecord },
      },
    },
    async (request, reply) => reply.code(201).send(await training.record(request.body, authorOf(request))),
  );
}
