import { ROLES, type Role } from '@amaan/contracts/api/me';
import type { TrainingCourse, TrainingGap, TrainingRecord } from '@amaan/contracts/governance/training';
import type { Instant } from '@amaan/contracts/instant';

/** What people of which roles must have learnt. Everybody who judges or decides learns again every year. */
export const TRAINING_COURSES: readonly TrainingCourse[] = [
  {
    id: 'responsible-use',
    title: { en: 'Responsible use of AI', ur: 'اے آئی کا ذمہ دارانہ استعمال' },
    about: {
      en: 'What the systems may do, what they never do, and how to raise a concern.',
      ur: 'نظام کیا کر سکتے ہیں، کیا کبھی نہیں کرتے، اور خدشہ کیسے اٹھائیں۔',
    },
    roles: [...ROLES],
    validMonths: 12,
  },
  {
    id: 'alert-review',
    title: { en: 'Reviewing alerts', ur: 'الرٹ کا جائزہ' },
    about: {
      en: 'Typical errors, automation bias, and rejecting as easily as confirming.',
      ur: 'عام غلطیاں، مشین پر اندھا بھروسہ، اور رد کرنا تصدیق جتنا ہی آسان۔',
    },
    roles: ['operator', 'supervisor', 'traffic-reviewer'],
    validMonths: 12,
  },
  {
    id: 'violation-review',
    title: { en: 'Reviewing traffic violations', ur: 'ٹریفک خلاف ورزیوں کا جائزہ' },
    about: {
      en: 'What evidence a fine needs, copied and misread plates, and what a wrong fine does to people.',
      ur: 'جرمانے کے لیے کیا ثبوت درکار ہے، نقل شدہ اور غلط پڑھی گئی پلیٹیں، اور غلط جرمانہ لوگوں پر کیا گزارتا ہے۔',
    },
    roles: ['traffic-reviewer', 'supervisor'],
    validMonths: 12,
  },
  {
    id: 'lawful-search',
    title: { en: 'Lawful search', ur: 'قانونی تلاش' },
    about: {
      en: 'Legal basis, purpose, proportionality, and evidence that holds in court.',
      ur: 'قانونی بنیاد، مقصد، تناسب، اور عدالت میں قائم رہنے والا ثبوت۔',
    },
    roles: ['investigator', 'supervisor'],
    validMonths: 12,
  },
  {
    id: 'ai-management',
    title: { en: 'The AI management system', ur: 'اے آئی کا انتظامی نظام' },
    about: {
      en: 'Impact, risk, gates, monitoring and four eyes.',
      ur: 'اثرات، خطرات، مراحل، نگرانی اور چار آنکھیں۔',
    },
    roles: ['governance-officer', 'auditor', 'supervisor'],
    validMonths: 24,
  },
  {
    id: 'secure-operation',
    title: { en: 'Secure operation', ur: 'محفوظ آپریشن' },
    about: {
      en: 'Keys, backups, updates and access of the platform.',
      ur: 'پلیٹ فارم کی چابیاں، بیک اپ، اپ ڈیٹ اور رسائی۔',
    },
    roles: ['administrator'],
    validMonths: 12,
  },
];

/** The course of an id, or undefined. */
export function courseOf(id: string): TrainingCourse | undefined {
  return TRAINING_COURSES.find((course) => course.id === id);
}

/** When a course that was passed at an instant must be passed again: calendar months later (UTC). */
export function trainingExpiry(course: TrainingCourse, passedAt: Instant): Instant {
  const expiry = new Date(passedAt);
  expiry.setUTCMonth(expiry.getUTCMonth() + course.validMonths);
  return expiry.toISOString();
}

/**
 * The courses that a role asks for and that do not hold at a moment.
 * @param records all of one person's
 */
export function trainingGaps(
  role: Role,
  records: readonly Pick<TrainingRecord, 'course' | 'expiresAt'>[],
  now: Instant,
): TrainingGap[] {
  return TRAINING_COURSES.filter(({ roles }) => roles.includes(role)).flatMap(({ id }) => {
    const ends = records.filter(({ course }) => course === id).map(({ expiresAt }) => Date.parse(expiresAt));
    const last = Math.max(...ends);
    if (last > Date.parse(now)) return [];
    return [{ course: id, expiredAt: ends.length === 0 ? null : new Date(last).toISOString() }];
  });
}
