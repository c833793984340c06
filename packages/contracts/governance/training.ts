import { z } from 'zod';
import { Role } from '../api/me.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** Something that people of certain roles must have learnt, and learn again. */
export const TrainingCourse = z.object({
  id: z.string(),
  title: z.object({ en: z.string(), ur: z.string() }),
  /** What is learnt, in one line. */
  about: z.object({ en: z.string(), ur: z.string() }),
  roles: z.array(Role),
  validMonths: z.int().positive(),
});
export type TrainingCourse = z.infer<typeof TrainingCourse>;

/** That a person has passed a course. Nobody records their own. */
export const TrainingRecord = z.object({
  id: Identifier,
  person: z.string(),
  course: z.string(),
  passedAt: Instant,
  expiresAt: Instant,
  recordedBy: z.string(),
  recordedAt: Instant,
  demo: z.boolean(),
});
export type TrainingRecord = z.infer<typeof TrainingRecord>;

/** A course that a person's role asks for and that does not hold now. */
export const TrainingGap = z.object({
  course: z.string(),
  /** Null: never passed. */
  expiredAt: Instant.nullable(),
});
export type TrainingGap = z.infer<typeof TrainingGap>;

export const TrainingRecordInput = z.object({
  person: z.string().trim().min(1).max(120),
  course: z.string().max(60),
  passedAt: Instant,
});
export type TrainingRecordInput = z.infer<typeof TrainingRecordInput>;

/** One person's training as the office sees it. */
export const PersonTraining = z.object({
  person: z.string(),
  name: z.string(),
  role: Role,
  records: z.array(TrainingRecord),
  gaps: z.array(TrainingGap),
});
export type PersonTraining = z.infer<typeof PersonTraining>;
