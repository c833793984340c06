import { type Role, Role as RoleSchema } from '@amaan/contracts/api/me';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type {
  PersonTraining,
  TrainingGap,
  TrainingRecord,
  TrainingRecordInput,
} from '@amaan/contracts/governance/training';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { courseOf, trainingExpiry, trainingGaps } from '@amaan/governance/assurance/training-courses';
import { personKey } from '@amaan/governance/four-eyes';
import type { Database } from '@amaan/store/open-database';
import { insertTrainingRecord, listTrainingRecords } from '@amaan/store/training';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { HttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface TrainingServiceOptions {
  readonly db: Database;
  readonly now: () => number;
}

/** Who has learnt what, and whether it still holds. */
export class TrainingService {
  readonly #options: TrainingServiceOptions;

  constructor(options: TrainingServiceOptions) {
    this.#options = options;
  }

  /** Everybody who may sign in, by name, with what they have passed and what is missing. */
  async list(): Promise<PersonTraining[]> {
    const { db } = this.#options;
    const people = await db
      .selectFrom('user')
      .select(['person', 'name', 'role'])
      .where('disabledAt', 'is', null)
      .orderBy('name')
      .execute();
    const records = await listTrainingRecords(db);
    return people.map(({ person, name, role: text }) => {
      const role = RoleSchema.parse(text);
      const own = records.filter((record) => record.person === person);
      return { person, name, role, records: own, gaps: trainingGaps(role, own, this.#now()) };
    });
  }

  /** What a person's role asks for and they have not passed, or no longer. */
  async gapsOf(person: string, role: Role): Promise<TrainingGap[]> {
    return trainingGaps(role, await listTrainingRecords(this.#options.db, person), this.#now());
  }

  /** The courses of `gapsOf`. */
  async missingCourses(person: string, role: Role): Promise<string[]> {
    return (await this.gapsOf(person, role)).map(({ course }) => course);
  }

  /**
   * Keeps that somebody has passed a course.
   * @throws HttpError 422 `COURSE_UNKNOWN`, `TRAINING_IN_FUTURE`, `PERSON_UNKNOWN`; 403 `FOUR_EYES`
   */
  async record(
    { person: named, course: courseId, passedAt }: TrainingRecordInput,
    by: RecordAuthor,
    demo = false,
  ): Promise<TrainingRecord> {
    const { db, now } = this.#options;
    const course = courseOf(courseId);
    if (course === undefined) {
      throw new HttpError(422, 'COURSE_UNKNOWN', `There is no course “${courseId}”; nothing was saved.`);
    }
    if (Date.parse(passedAt) > now()) {
      throw new HttpError(
        422,
        'TRAINING_IN_FUTURE',
        'The course was passed in the future; nothing was saved.',
      );
    }
    const person = await this.#knownPerson(named);
    // Nobody records their own training.
    requireOtherPerson(by, [{ person }]);
    return changeInLedger(db, async (tx) => {
      const record: TrainingRecord = {
        id: newIdentifier(),
        person,
        course: courseId,
        passedAt,
        expiresAt: trainingExpiry(course, passedAt),
        recordedBy: by.name,
        recordedAt: this.#now(),
        demo,
      };
      await insertTrainingRecord(tx, record);
      const { expiresAt } = record;
      const entry = ledgerEntry({
        kind: 'training.recorded',
        at: now(),
        actor: by.actor,
        subject: `training:${record.id}`,
        data: { person, course: courseId, passedAt, expiresAt, demo },
      });
      return { result: record, entries: [entry] };
    });
  }

  /** A person as their accounts spell them, however it was typed. */
  async #knownPerson(named: string): Promise<string> {
    const people = await this.#options.db.selectFrom('user').select('person').orderBy('createdAt').execute();
    const key = personKey(named);
    const known = people.find(({ person }) => key !== null && personKey(person) === key);
    if (known !== undefined) return known.person;
    throw new HttpError(
      422,
      'PERSON_UNKNOWN',
      `Nobody who has an account is “${named}”; nothing was saved. Choose one of the people in the list.`,
    );
  }

  #now(): string {
    return instantOf(this.#options.now());
  }
}
