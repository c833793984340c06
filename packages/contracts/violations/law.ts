import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { VehicleClass } from '../traffic/lane-measures.ts';
import { ViolationKind } from './violation-kind.ts';

/** Provinces and territories that have a law file of their own; the value is how challan numbers begin. */
export const PROVINCES = {
  punjab: 'PB',
  sindh: 'SD',
  'khyber-pakhtunkhwa': 'KP',
  balochistan: 'BL',
  islamabad: 'IS',
} as const;
export const Province = z.enum(['punjab', 'sindh', 'khyber-pakhtunkhwa', 'balochistan', 'islamabad']);
export type Province = z.infer<typeof Province>;

/** A day of the calendar in Pakistan (Asia/Karachi), for example `2026-03-01`. */
export const LawDay = z.iso.date();

/** An amount of money: whole rupees, by class of vehicle; a class that is left out pays `otherwise`. */
export const FineAmount = z.object({
  otherwise: z.int().positive(),
  byClass: z.partialRecord(VehicleClass, z.int().positive()).default({}),
});
export type FineAmount = z.infer<typeof FineAmount>;

/** Whether somebody compared an entry with the law as it is published now, and where it has to be compared. */
export const LawStanding = z.discriminatedUnion('status', [
  z.object({ status: z.literal('verified'), by: z.string().min(1), on: LawDay, source: z.string().min(1) }),
  z.object({ status: z.literal('unverified'), check: LocalText }),
]);
export type LawStanding = z.infer<typeof LawStanding>;

/** One offence: what is fined, under which words of the law, and with how much. */
export const LawOffence = z.object({
  kind: ViolationKind,
  offence: LocalText,
  /** Where it stands, for example `section 116-A with item 2 of the twelfth schedule`. */
  section: z.string().min(1).max(200),
  /** Null: nobody has said yet how much it is here, and nothing is issued. */
  amount: FineAmount.nullable(),
  /** Points against a licence: none, for nobody knows from a picture who drove. */
  points: z.null().default(null),
  standing: LawStanding,
});
export type LawOffence = z.infer<typeof LawOffence>;

/** The law of one province for the days from `validFrom` to `validTo`, both included. */
export const LawFile = z
  .object({
    province: Province,
    act: LocalText,
    validFrom: LawDay,
    /** Null: until a later file of the same province begins. */
    validTo: LawDay.nullable(),
    currency: z.literal('PKR').default('PKR'),
    /** Days after the notice in which it is to be paid. */
    payWithinDays: z.int().min(1).max(365),
    /** Days after the notice in which it may be contested. */
    contestWithinDays: z.int().min(1).max(365),
    /** Days in which a contest must be decided; else the challan lapses. */
    decideWithinDays: z.int().min(1).max(365),
    /** Of the days above, for they may come from elsewhere than the amounts. */
    daysStanding: LawStanding,
    offences: z.array(LawOffence).min(1),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    message: 'A law ends before it begins.',
  })
  .refine(({ offences }) => new Set(offences.map(({ kind }) => kind)).size === offences.length, {
    message: 'A kind of violation stands in the file twice.',
  });
export type LawFile = z.infer<typeof LawFile>;

/** What a challan keeps of the law on the day of the offence: it is never looked up again. */
export const AppliedLaw = z.object({
  province: Province,
  act: LocalText,
  section: z.string(),
  offence: LocalText,
  /** The file's first day of validity: says which version of the law it was. */
  validFrom: LawDay,
  payWithinDays: z.int().positive(),
  contestWithinDays: z.int().positive(),
  decideWithinDays: z.int().positive(),
  standing: LawStanding,
});
export type AppliedLaw = z.infer<typeof AppliedLaw>;

/** What `GET /api/violations/laws` answers: the files in force and those around them. */
export const LawList = z.object({ laws: z.array(LawFile) });
export type LawList = z.infer<typeof LawList>;
