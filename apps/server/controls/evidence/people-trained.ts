import { trainingGaps } from '@amaan/governance/assurance/training-courses';
import { personKey } from '@amaan/governance/four-eyes';
import { listTrainingRecords } from '@amaan/store/training';
import { present, stateOf } from '../live-finding.ts';

/** More people than this share without valid training, and the control is not kept. */
const ALLOWED_SHARE = 0.1;

/** Whoever has an account has passed what the role asks for, and it has not expired. */
export const peopleTrained = present(async ({ accounts, db, at }) => {
  const [people, records] = await Promise.all([accounts(), listTrainingRecords(db)]);
  const gaps = people.map(({ person, role }) =>
    trainingGaps(
      role,
      records.filter((record) => personKey(record.person) === personKey(person)),
      at,
    ),
  );
  const untrained = gaps.filter((missing) => missing.length > 0).length;
  const expired = gaps.filter((missing) => missing.some(({ expiredAt }) => expiredAt !== null)).length;
  return {
    state: stateOf(untrained > people.length * ALLOWED_SHARE, untrained),
    en: `${people.length - untrained} of ${people.length} people with an account have all the training of their role; for ${expired} it has expired.`,
    ur: `${people.length} میں سے ${people.length - untrained} اکاؤنٹ والے افراد نے اپنے کردار کی پوری تربیت لی ہے؛ ${expired} کی مدت ختم ہو چکی ہے۔`,
    figures: { people: people.length, trained: people.length - untrained, untrained, expired },
    sources: [{ label: 'training', href: '/governance/training' }],
  };
});
